"""How long it takes: loading and the first page beside a plain script on the same files, and a rerun of each page.

`python -m benchmarks` measures everything, `python -m benchmarks --small` only whether the benchmarks run.
"""
