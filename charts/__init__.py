"""The house style: Plotly figures, tiles and tables from plain values. No data access, no Streamlit.

Every figure function returns a figure without a drawn title: title (the finding) and subtitle (measure, unit, period)
lie in `figure.layout.meta` and are set as text that wraps by `page_parts.heading_html`; `page_parts.alt_text` reads
them aloud.
"""
