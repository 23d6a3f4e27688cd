"""Why a figure is undefined, in plain words. The sentences are gettext msgids.

Placeholders are keys of the Undefined's detail. Those in MONTH_FIELDS hold month numbers, those in SHARE_FIELDS
fractions; the page that shows the sentence writes them as names and per cents.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kpis.result import Undefined

MONTH_FIELDS = frozenset({"missing_months", "negative_months", "empty_months"})
SHARE_FIELDS = frozenset({"known_share", "minimum_share", "mode_known_share", "nominal_growth"})

REASONS: Mapping[str, str] = MappingProxyType(
    {
        # months and years
        "missing_month": "Not reported: {missing_months}.",
        "no_known_month": "No month is reported; this figure needs monthly figures.",
        "incomplete_year": "Only {known} of 12 months are there; this figure needs a whole year.",
        "negative_month": "Below 0, so the months cannot be compared: {negative_months}.",
        "empty_month": "Without visits: {empty_months}; the largest month cannot be divided by 0.",
        "total_zero": "The whole period is 0, so nothing can be shared out.",
        "even_year": "All months are alike, so no market makes the season steeper or flatter.",
        "no_shared_month": "No month is reported in both years.",
        "too_few_months": "There are {known} months in a row; at least {minimum} are needed.",
        "gap_in_series": "Months missing in the period that is needed: {gaps}.",
        "zero_in_series": "There are months without visits, and the model of seasonal factors does not hold then.",
        "no_variation": "The months do not vary, so there is no pattern to measure.",
        "no_complete_month": "No month is reported in full yet.",
        "month_not_over": "The last reported month ends after today: {month_end}.",
        "too_few_years": "There are {known} complete years; at least {minimum} are needed.",
        "zero_year": "Years without visits have no rate of growth: {years}.",
        "end_year_missing": "The first or the last year is not complete.",
        "end_year_zero": "The first or the last year has no visits.",
        "years_too_close": "The two years lie {years} apart; at least 2 are needed.",
        # growth
        "previous_missing": "The earlier period is not reported.",
        "current_missing": "The later period is not reported.",
        "previous_zero": "The earlier period was 0, so there is no per cent. The change is {absolute_change}.",
        "small_base": "The earlier period had only {base}, too few for a per cent. The change is {absolute_change}.",
        "growth_zero": "A growth of 0 says nothing about the earlier level.",
        "being_computed": "It is being computed; it will be here in a moment.",
        "denominator_zero": "Every month repeats the year before exactly, so there is nothing to measure against.",
        # markets and reference area
        "market_missing": "Not reported for these markets: {markets}.",
        "market_classes_differ": "These markets are not in all the figures compared: {markets}.",
        "too_few_markets": "There are {known} markets with visits; at least {minimum} are needed.",
        "residence_unknown": "We know where the guests live for {known_share} of the visits; {minimum_share} are "
        "needed.",
        "residence_missing": "It is not reported where the guests live.",
        "reference_missing": "There is no figure for the reference area.",
        "reference_zero": "The reference area has 0, so nothing can be compared.",
        # opening and capacity
        "closed": "Closed in the whole period.",
        "opening_unknown": "It is not reported whether the house was open: {missing_months}.",
        "too_few_open_months": "Open in {known} months; at least {minimum} are needed.",
        "capacity_missing": "The capacity is not reported.",
        "month_capacity_missing": "The capacity is not reported for {missing_months}.",
        # what a place is and has
        "visits_missing": "The visits are not reported.",
        "no_visits": "There were no visits.",
        "nights_missing": "The nights are not reported.",
        "arrivals_missing": "The arrivals are not reported.",
        "arrivals_zero": "There were no arrivals.",
        "residents_missing": "The number of residents is not given.",
        "residents_zero": "The number of residents is 0.",
        "area_missing": "The area is not given.",
        "area_zero": "The area is 0.",
        "beds_missing": "The number of beds is not given.",
        # money, work and purchases
        "revenue_missing": "The revenue is not reported.",
        "spend_missing": "The spending is not reported.",
        "income_missing": "The income is not reported.",
        "income_zero": "The income is 0, so nothing can be shared out.",
        "local_spending_missing": "It is not reported how much is spent locally.",
        "third_round_missing": "How the money is spent on is not surveyed, so there is no LM3, only the first two "
        "rounds.",
        "purchases_missing": "The purchases are not reported.",
        "no_purchases": "There were no purchases.",
        "jobs_missing": "The jobs are not reported.",
        "no_jobs": "There are no jobs to share out.",
        "transactions_missing": "The purchases in the shop are not counted for the whole year.",
        "no_transactions": "Nothing was bought in the shop.",
        "grants_missing": "The grants are not reported; a year without grants is reported as 0.",
        "too_few_streams": "Own income is split into {known} streams; at least {minimum} are needed.",
        "costs_missing": "The costs of the whole year are not reported.",
        "hours_missing": "The opening hours are not reported.",
        "prices_missing": "Consumer prices are not given, so only the growth in current prices is known: "
        "{nominal_growth}.",
        "product_revenue_missing": "The revenue is not given for all products.",
        "purpose_not_judged": "Only {known_share} of the revenue is judged against the purpose; {minimum_share} are "
        "needed.",
        "staff_missing": "The number of staff is not given for these professions: {professions}.",
        "no_staff": "There is no staff.",
        "houses_too_small": "Every house has fewer than {minimum} members of staff, so the figure is not shown.",
        "too_few_staff": "Fewer than {minimum} members of staff, so the figure is not shown.",
        # who comes, and what they spend
        "audience_missing": "These visits are not counted for themselves.",
        "group_missing": "Not counted for these groups: {groups}.",
        "groups_differ": "These groups are not in both of the figures compared: {groups}.",
        "groups_empty": "There is nobody in any of the groups.",
        "too_few_answers_in_group": "Fewer than {minimum} answers in these groups: {groups}. Join them with others.",
        "visitor_types_missing": "The visits are not split by type of guest.",
        "visitor_type_missing": "The visits are not given for the type of guest {visitor_type}.",
        "spend_factor_missing": "The spend outside the house is not given for the type of guest {visitor_type}.",
        "additionality_missing": "The share due to us is not given for the type of guest {visitor_type}.",
        # what the guests answer and buy
        "no_responses": "Nobody has answered.",
        "surveys_too_small": "Each of the {surveys} surveys has fewer than {minimum} answers.",
        "answer_count_missing": "The number of answers is not given.",
        "off_scale": "Answers outside the scale from {lowest} to {highest}: {scores}. It is another scale.",
        "other_scale": "The reviews are given from {given_lowest} to {given_highest}; the figure is for a scale from "
        "{lowest} to {highest}.",
        "invited_missing": "It is not known how many were invited to answer.",
        "nobody_invited": "Nobody was invited to answer.",
        "offered_missing": "The seats offered are not reported.",
        "nothing_offered": "Nothing was offered.",
        "sold_missing": "The seats sold are not reported.",
        "nothing_sold": "Nothing was sold or cancelled.",
        "cancelled_missing": "The cancelled seats are not reported.",
        "enquiries_missing": "The enquiries are not counted.",
        "no_enquiries": "There were no enquiries.",
        "bookings_missing": "The bookings are not counted.",
        "reviews_missing": "The reviews are not reported.",
        "scale_missing": "The scale of the reviews is not given.",
        "no_reviews": "There are no reviews.",
        "usual_rating_missing": "The usual rating on the platform is not given.",
        "importance_missing": "It is not known how much {item} matters to the guests.",
        "performance_missing": "It is not known how well {item} is done.",
        "too_few_items": "Only {known} things with enough answers; at least {minimum} are needed.",
        "no_log": "No log of complaints is kept, so they are unknown and not 0.",
        # answers, lists and logs
        "not_asked": "The residents have not been asked.",
        "answers_missing": "One of the four answers has no count.",
        "too_few_answers": "Only {n} answers; at least {minimum} are needed before a figure is shown.",
        "too_few_actors": "Fewer than {minimum} actors report, so the figure is not shown.",
        "gives_away": "Beside the other figures it would give away what fewer than {minimum} actors have, so it is "
        "not shown.",
        "coverage_too_low": "Only {reporting} of {actors} actors report.",
        "actors_missing": "The number of actors is not given.",
        "no_actors": "There are no actors on the list.",
        "no_actions": "No action is registered.",
        "not_logged": "No log is kept of this, so it is unknown and not 0.",
        "no_evidence": "Actions are logged for the period, but none of them with evidence.",
        "list_missing": "The list to count from is missing.",
        "list_empty": "There is nothing on the list.",
        "too_few_events": "Only {known} events; at least {minimum} are needed.",
        "nothing_expected": "Nothing is expected for this period.",
        # the network and what comes of it
        "needs_two_actors": "A network needs at least two actors that have been asked.",
        "small_network": "Only {known} actors have been asked; at least {minimum} are needed.",
        "no_dmo": "The DMO is not among the actors that have been asked.",
        "too_few_ties": "Only {known} ties between known sectors; at least {minimum} are needed.",
        "no_claims": "Nobody has named a tie where both sides were asked.",
        "joint_revenue_missing": "The revenue of joint products is not reported.",
        "channel_missing": "It is not reported how the guests heard of us.",
        "channel_unknown": "We know how the guests heard of us for {known_share} of the visits; {minimum_share} are "
        "needed.",
        # steps and plans
        "no_step_assessed": "No step has been assessed yet.",
        "no_step_started": "No step has started, so there is nothing to document yet.",
        "no_due_date": "None of the {actions} actions has a due date.",
        # bands, goalposts and choices made by people
        "value_missing": "The figure itself is not known.",
        "band_missing": "No floor and no ceiling have been set.",
        "band_reversed": "The floor ({low}) is set above the ceiling ({high}).",
        "goalpost_missing": "The floor or the target has not been set.",
        "goalposts_equal": "The floor and the target are the same ({goalpost}), so there is no way from one to the "
        "other.",
        "coverage_below_threshold": "Only {known} of {parts} parts are known, too few for one number.",
        "stage_not_chosen": "Nobody has chosen a phase yet.",
        # travel and resources
        "travel_missing": "It is not reported how the guests came.",
        "mode_visits_missing": "The number of guests is not given for travel by {mode}.",
        "mode_unknown": "We know how the guests came for {mode_known_share} of the visits; {minimum_share} are needed.",
        "distance_missing": "The distance is not given for travel by {mode}.",
        "factor_missing": "The emission factor is not given for travel by {mode}.",
        "factor_source_missing": "The emission factor for travel by {mode} has no source, and no factor counts without "
        "one.",
        "persons_missing": "The number of persons in a vehicle is not given for travel by {mode}.",
        "meter_missing": "The meter is not read for the whole period.",
        "no_waste": "There was no waste.",
        "materials_missing": "The materials are not logged.",
        "no_materials": "No materials were used.",
        # figures that contradict each other
        "negative_value": "A figure below 0 was reported: {value}.",
        "part_exceeds_whole": "The part ({part}) is larger than the whole ({whole}); one of the two must be wrong.",
    }
)

# The same sentence where the number behind that placeholder is 1.
OF_ONE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "too_few_months": ("known", "There is 1 month in a row; at least {minimum} are needed."),
        "too_few_years": ("known", "There is 1 complete year; at least {minimum} are needed."),
        "too_few_markets": ("known", "There is 1 market with visits; at least {minimum} are needed."),
        "too_few_open_months": ("known", "Open in 1 month; at least {minimum} are needed."),
        "too_few_streams": ("known", "Own income is all of 1 stream; at least {minimum} are needed."),
        "too_few_answers": ("n", "Only 1 answer; at least {minimum} are needed before a figure is shown."),
        "too_few_items": ("known", "Only 1 thing with enough answers; at least {minimum} are needed."),
        "too_few_events": ("known", "Only 1 event; at least {minimum} are needed."),
        "small_network": ("known", "Only 1 actor has been asked; at least {minimum} are needed."),
        "too_few_ties": ("known", "Only 1 tie between known sectors; at least {minimum} are needed."),
        "no_due_date": ("actions", "The one action has no due date."),
        "surveys_too_small": ("surveys", "The one survey has fewer than {minimum} answers."),
        "coverage_below_threshold": ("known", "Only 1 of {parts} parts is known, too few for one number."),
        "incomplete_year": ("known", "Only 1 of 12 months is there; this figure needs a whole year."),
        "coverage_too_low": ("actors", "The one actor does not report."),
    }
)


def explain(
    undefined: Undefined,
    *,
    translate: Callable[[str], str] = str,
    write: Callable[[str, object], object] = lambda _field, content: content,
) -> str:
    """The reason as a sentence: translated by `translate`, each placeholder written by `write(field, content)`.

    A code without a sentence raises KeyError.
    """
    fields = {field: write(field, content) for field, content in undefined.detail.items()}
    return translate(_sentence(undefined)).format_map(fields)


def _sentence(undefined: Undefined) -> str:
    field, of_one = OF_ONE.get(undefined.reason, ("", ""))
    return of_one if undefined.detail.get(field) == 1 else REASONS[undefined.reason]
