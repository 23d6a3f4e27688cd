"""From a workbook to rows: open, find tables, map, check, preview, load, undo."""
