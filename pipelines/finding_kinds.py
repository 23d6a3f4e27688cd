"""Every kind of finding by its stable code, with its sentence and what to do about it.

The sentences are gettext messages; the codes never change and are what other programs read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from locales import mark


@dataclass(frozen=True)
class FindingKind:
    """One kind of finding: the reason said on screen and the suggestion beside it.

    `of_one` is the reason where the value is 1; `question` is what a person is asked where the reason asks nothing.
    """

    reason: str
    suggestion: str = ""
    of_one: str = ""
    question: str = ""


# Why a cell that should have been read was refused.
REFUSED: Mapping[str, FindingKind] = {
    "not_a_number": FindingKind(
        mark("“{value}” is not a number."), mark("Write a number, or leave the cell empty if the figure is missing.")
    ),
    "not_whole": FindingKind(mark("{value} is not a whole number."), mark("Write it without decimals.")),
    "out_of_range": FindingKind(
        mark("{value} lies outside what {column} can be ({low} to {high})."), mark("Check the figure and its unit.")
    ),
    "below_zero": FindingKind(
        mark("“{value}” in brackets means less than zero, and {column} cannot be that."),
        mark("Write the figure without brackets, if it was counted."),
    ),
    "not_finite": FindingKind(mark("The cell holds no finite number."), mark("Write the number again.")),
    "other_unit": FindingKind(
        mark("“{value}” is written in another unit than {column}."), mark("Write the figure without its unit.")
    ),
    "not_a_flag": FindingKind(mark("“{value}” is neither yes nor no."), mark("Write 1 for yes and 0 for no.")),
    "date_for_number": FindingKind(
        mark("{value} is a date where a number belongs."), mark("Format the cell as a number and write it again.")
    ),
    "error_cell": FindingKind(
        mark("The cell is in error ({value})."), mark("Correct the formula in the spreadsheet and save it again.")
    ),
    "uncached_formula": FindingKind(
        mark("The formula has never been calculated."),
        mark("Open the file in a spreadsheet program and save it again."),
    ),
    "not_a_period": FindingKind(
        mark("“{value}” is not a month, quarter or year we know."), mark("Write for example 2025-07 or juli 2025.")
    ),
    "half_year": FindingKind(
        mark("“{value}” is a half-year; only months, quarters and years are kept."),
        mark("Give the figures by month or quarter."),
    ),
    "not_a_date": FindingKind(mark("“{value}” is not a date."), mark("Write for example 2025-07-31.")),
    "not_a_choice": FindingKind(
        mark("“{value}” is none of the values {column} can have."), mark("Write one of: {choices}.")
    ),
    "name_waits": FindingKind(
        mark("“{value}” is nearly a name we know; its figures wait until somebody has said whether it is."),
        mark("Answer the question about the name, or correct its spelling."),
    ),
    "missing_key": FindingKind(
        mark("The row does not say its {column}."), mark("Fill in {column}, so the figures have a place.")
    ),
    "key_refused": FindingKind(
        mark("The figure cannot be placed, because its {column} was refused."),
        mark("Correct {column} in the same row or column."),
    ),
    "with_itself": FindingKind(
        mark("{column} is the same as the other party."), mark("Name another in {column}, or in the other one.")
    ),
    "part_unknown": FindingKind(
        mark("The figure may be only a part: rows of the same place and time differ in {column}, which is not read."),
        mark("Say what {column} is, or that it does not matter."),
    ),
    "conflict": FindingKind(
        mark("The same figure stands here as {value} and in {other} as {other_value}."),
        mark("Keep the right one and delete the other."),
    ),
    "question": FindingKind(
        mark("We cannot tell what “{value}” means here."), mark("Answer the question, or write the figure plainly.")
    ),
    "cpr_number": FindingKind(
        mark("The cell holds a CPR number."), mark("Delete it; the file is not stored while it is there.")
    ),
    "email_address": FindingKind(
        mark("The cell holds an e-mail address."), mark("Delete it; the file is not stored while it is there.")
    ),
    "wide_header": FindingKind(
        mark("“{value}” is not one of the months, places or markets of this header."), mark("Correct the header.")
    ),
}

# Why cells were left out on purpose.
IGNORED: Mapping[str, FindingKind] = {
    "hidden_sheet": FindingKind(mark("The sheet is hidden.")),
    "hidden_rows": FindingKind(mark("The rows are hidden.")),
    "hidden_columns": FindingKind(mark("The columns are hidden.")),
    "title": FindingKind(mark("Title or note above the table.")),
    "note": FindingKind(mark("Note below or beside the table.")),
    "total_row": FindingKind(mark("A total of other rows.")),
    "total_column": FindingKind(mark("A total of other columns.")),
    "header_again": FindingKind(mark("The header of the table once more.")),
    "computed": FindingKind(mark("Computed from other figures, such as an average or a change.")),
    "missing_mark": FindingKind(mark("A mark for “not known”.")),
    "withheld_mark": FindingKind(mark("A mark for a figure that is withheld.")),
    "closed_mark": FindingKind(mark("The cell says closed: neither zero nor missing.")),
    "unknown_column": FindingKind(mark("The dataset read here has no column of this name.")),
    "second_column": FindingKind(mark("Another column of the table says the same.")),
    "no_table": FindingKind(mark("No table we know was found here.")),
    "row_without_figures": FindingKind(mark("The row holds no figures.")),
    "column_without_figures": FindingKind(mark("The column holds no figures.")),
    "nothing_stored": FindingKind(mark("None of the figures it belongs to could be stored.")),
    "not_mapped": FindingKind(mark("The mapping does not use it.")),
    "index_sheet": FindingKind(mark("Our own list of what to correct.")),
    "guide_sheet": FindingKind(mark("The guide of our own template.")),
    "skipped": FindingKind(mark("Left out, as was confirmed for this layout.")),
}

# What was read but should be looked at.
WARNINGS: Mapping[str, FindingKind] = {
    "total_differs": FindingKind(
        mark("The total says {value}, its parts add up to {other_value}."),
        mark("Check the total; it is not stored, its parts are."),
    ),
    "given_total_differs": FindingKind(
        mark("The total says {value}, its parts add up to {other_value}."),
        mark("Check both; the total is used, and the parts are stored beside it."),
    ),
    "unknown_name": FindingKind(
        mark("“{value}” is new here and becomes a name of its own."),
        question=mark("Is “{value}” a new name, or one of these?"),
    ),
    "similar_name": FindingKind(
        mark("“{value}” is spelled much like {suggestion} ({share} of 100), but stays a new name until confirmed."),
        mark("Say whether it is {suggestion}, or new."),
        question=mark("Is “{value}” one of these, or a new name?"),
    ),
    "same_core": FindingKind(
        mark("“{value}” may be {suggestion} in other words, but stays a new name until confirmed."),
        mark("Say whether it is {suggestion}, or new."),
        question=mark("Is “{value}” one of these, or a new name?"),
    ),
    "similar_header": FindingKind(
        mark("The header “{value}” is read as {column}, which it resembles ({share} of 100)."),
        mark("Confirm it, or say what the column is."),
        question=mark("Is the column “{value}” the one we call {column}?"),
    ),
    "figures_left_out": FindingKind(
        mark("The column “{value}” holds figures, but was not read."),
        mark("Say what the column is, or that it is to be left out."),
    ),
    "title_says_part": FindingKind(
        mark("“{value}” stands near the table, but its figures are read as those of all."),
        mark("Add a column that says it, if the figures are only part of the whole."),
    ),
    "mapping_unused": FindingKind(
        mark("The mapping fits no sheet of this file."), mark("Compare its headers with those of the file.")
    ),
    "personal_name": FindingKind(
        mark("The sheet's name holds a CPR number or an e-mail address."),
        mark("Give the sheet another name; the file is not stored while it has this one."),
    ),
    "hidden_read": FindingKind(
        mark("{value} hidden rows or columns were left out."), of_one=mark("1 hidden row or column was left out.")
    ),
    "hidden_twin": FindingKind(
        mark("Hidden rows ({n}) are of the same place and time as rows that are read; the first says {value}."),
        mark("Show the rows if their figures count; delete them if they do not."),
    ),
    "number_gap": FindingKind(
        mark("{column} runs from {low} to {high}, but {value} is missing."),
        mark("Check whether its rows were lost on the way here."),
    ),
    "large_change": FindingKind(
        mark("{value} against {other_value} in the same period last year."),
        mark("Figures of the same series that differ as much besides this one: {more}."),
    ),
    "tenfold": FindingKind(
        mark("{value} is about ten times what the series shows otherwise ({other_value})."),
        mark("Check whether a digit too many was written."),
    ),
    "tenth": FindingKind(
        mark("{value} is about a tenth of what the series shows otherwise ({other_value})."),
        mark("Check whether a digit is missing."),
    ),
    "sudden_zero": FindingKind(
        mark("0 from here, {n} in all, in a series that is not zero otherwise."),
        mark("Leave the cells empty where the figure is missing, or say in the opening that it was closed."),
    ),
    "zeros_only": FindingKind(
        mark("From here, for {n} periods, every figure is 0 or missing."),
        mark("Leave the cells empty where the figure is missing, or say in the opening that it was closed."),
    ),
    "constant": FindingKind(
        mark("{value} stands in {n} cells here."), mark("Check whether the figure was filled in without being counted.")
    ),
    "copied": FindingKind(
        mark("The same figures stand in {other} and on, {n} in a row."), mark("Check whose figures they are.")
    ),
    "copied_year": FindingKind(
        mark("The same figures as the year before, {n} in a row from here."),
        mark("Check whether last year's figures were filled in."),
    ),
    "negative_amount": FindingKind(
        mark("{value} is less than zero."),
        mark("Check that it is a refund or a correction; a cost belongs under costs."),
    ),
    "sum_among_months": FindingKind(
        mark("{value} is exactly what the figures before it add up to."),
        mark("If it is a sum, take it out or name it so; it is stored as a figure of its own."),
    ),
    "open_without_visits": FindingKind(
        mark("Open, but no visits."), mark("Leave the cell empty where the visits were not counted.")
    ),
    "visits_while_closed": FindingKind(mark("Visits ({value}), but closed."), mark("Check the opening of the month.")),
    "part_above_whole": FindingKind(
        mark("{value} is more than the {other_value} it is part of."), mark("Check both figures.")
    ),
    "more_doubts": FindingKind(
        mark("{value} more series show the same as this one."), of_one=mark("1 more series shows the same as this one.")
    ),
}

# What must be answered before a column or a cell can be read.
QUESTIONS: Mapping[str, FindingKind] = {
    "decimal": FindingKind(
        mark("Does {value} in {column} have thousands or decimals?"),
        mark("Say which sign is the decimal mark of the column."),
    ),
    "dash": FindingKind(
        mark("Does “{value}” mean none (0) or not known?"),
        mark("Write 0 where there were none; leave the cell empty where the figure is missing."),
    ),
    "scale": FindingKind(
        mark("Are the figures of {column} written in thousands or millions?"),
        mark("Write them in full, and take the unit out of the header or title."),
    ),
    "unit": FindingKind(
        mark("The header {column} says another unit than we store."),
        mark("Convert the figures, and take the unit out of the header."),
    ),
    "tells_apart": FindingKind(
        mark("What is {value}? It tells rows of the same place and time apart."),
        mark("Without an answer their figures are not stored, because each may be only a part."),
    ),
    "near_name": FindingKind(
        mark("Is “{value}” {suggestion}, which it is spelled nearly like ({share} of 100), or a new name?"),
        mark("Without an answer its figures are not stored."),
    ),
    "which_year": FindingKind(
        mark("Which year do the figures belong to?"),
        mark("Write the year in the header, in a line above the table or in the sheet's name."),
    ),
    "which_name": FindingKind(
        mark("Whose figures are these?"),
        mark("Write the actor or place in a column, in a line above the table, or in the sheet's name."),
    ),
    "which_measure": FindingKind(
        mark("What do these figures count?"),
        mark("Write it in a line above the table or in the sheet's name, for example Besøg."),
    ),
}

# Why a whole file cannot be used. One sentence: what, where, what to do.
FILES: Mapping[str, FindingKind] = {
    "empty_file": FindingKind(mark("The file is empty; choose the file that holds the figures.")),
    "not_a_workbook": FindingKind(mark("The file is not a workbook; save it as xlsx, xls, ods or csv and try again.")),
    "web_page": FindingKind(
        mark(
            "The file is a web page, not a workbook; open it in a spreadsheet program, save it as xlsx, and try again."
        )
    ),
    "encrypted": FindingKind(
        mark("The workbook has a password; remove it in the spreadsheet program, save, and try again.")
    ),
    "broken": FindingKind(
        mark("The workbook is damaged; open it in a spreadsheet program, save it as xlsx, and try again.")
    ),
    "too_big": FindingKind(mark("The file is larger than the {limit} MB we read; split it into smaller files.")),
    "too_far": FindingKind(
        mark("The sheet {sheet} has a cell as far out as {cell}; delete what lies outside the table and save again.")
    ),
    "too_wide": FindingKind(
        mark("Line {line} has more than {limit} columns; delete what lies outside the table and save again.")
    ),
    "too_long": FindingKind(
        mark("A cell in line {line} holds more than {limit} characters; shorten it, save, and try again.")
    ),
    "too_many_cells": FindingKind(mark("The sheet {sheet} has more than {limit} cells; split it into smaller files.")),
    "unsafe": FindingKind(
        mark("The file is built like one that harms its readers; save a fresh copy as xlsx and try again.")
    ),
    "took_too_long": FindingKind(
        mark("Reading the file took too long and was stopped; save a fresh copy as xlsx, or split it.")
    ),
    "too_much_memory": FindingKind(
        mark("Reading the file took too much memory and was stopped; save a fresh copy as xlsx, or split it.")
    ),
    "reader_died": FindingKind(mark("The file stopped our reader; save a fresh copy as xlsx and try again.")),
    "no_sheets": FindingKind(mark("The workbook has no sheets; choose the file that holds the figures.")),
    "no_cells": FindingKind(mark("The workbook has no filled cells; choose the file that holds the figures.")),
    "nothing_known": FindingKind(
        mark("No table with headers we know was found; use the template, or give a mapping for this layout.")
    ),
    "nothing_usable": FindingKind(
        mark("None of the figures could be read; correct the cells that were refused, save, and try again.")
    ),
    "personal_data": FindingKind(
        mark(
            "The file holds CPR numbers or e-mail addresses, the first of them in {cell}; "
            "delete them, save, and try again."
        )
    ),
    "unreadable_text": FindingKind(
        mark("The text is in no encoding we know; save the file as CSV UTF-8 and try again.")
    ),
    "quotation": FindingKind(
        mark("A quotation mark in line {line} is never closed or stands in the wrong place; correct it and try again.")
    ),
    "bad_mapping": FindingKind(mark("The mapping cannot be used: {detail}.")),
    "not_found": FindingKind(mark("There is no file named {name}.")),
}

# Why what was filled in in the app is not stored.
EDITS: Mapping[str, FindingKind] = {
    "must_be_filled": FindingKind(mark("{column} must be filled in.")),
    "key_twice": FindingKind(mark("“{value}” is filled in twice; keep one of the two.")),
    "key_taken": FindingKind(mark("“{value}” is there already; correct that one, or choose another.")),
    "nothing_told": FindingKind(
        mark("Fill in one more field, such as “{column}”; otherwise there is nothing to save.")
    ),
}

# Whose values are figures and counts of ours, to be written as people write numbers; never what stands in a cell.
OF_FIGURES = frozenset(
    {
        "total_differs", "given_total_differs", "hidden_read", "large_change", "tenfold", "tenth",
        "sudden_zero", "zeros_only", "constant", "copied", "copied_year", "negative_amount", "sum_among_months",
        "visits_while_closed", "part_above_whole", "more_doubts",
    }
)  # fmt: skip

# What must never be stored: a file with any of these is kept out whole.
PERSONAL = ("cpr_number", "email_address", "personal_name")

# Refused only until a question is answered.
WAITING = frozenset({"question", "part_unknown", "name_waits"})

KINDS: Mapping[str, FindingKind] = {**REFUSED, **IGNORED, **WARNINGS, **QUESTIONS, **FILES, **EDITS}
