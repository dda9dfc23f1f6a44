"""Every fact by the name a scale or a figure asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.domain.log_rows import Logs, Period
from app.reports import facts_jobs, facts_search, facts_staff
from app.reports.fact import Fact

Counter = Callable[[Logs, Period], Fact]

FACTS: Final[dict[str, Counter]] = {
    function.__name__: function
    for function in (
        facts_staff.caseload_per_fte,
        facts_staff.vocational_share,
        facts_staff.community_share,
        facts_staff.team_share,
        facts_staff.team_known,
        facts_staff.phases_covered,
        facts_staff.authority_contact_weeks,
        facts_staff.authority_meetings_month,
        facts_staff.authority_meetings_quarter,
        facts_staff.authority_contacts_quarter,
        facts_search.days_to_first_contact,
        facts_search.start_known,
        facts_search.contacts_week,
        facts_search.by_preference,
        facts_search.plan_active,
        facts_search.plan_updated,
        facts_search.log_reviewed_weekly,
        facts_search.log_reviewed_monthly,
        facts_search.visits_per_employer,
        facts_search.learning_visits,
        facts_search.referral_sources,
        facts_search.referrals_refused,
        facts_search.disclosure_twice,
        facts_search.outreach_attempts,
        facts_jobs.job_types,
        facts_jobs.workplaces,
        facts_jobs.competitive_strict,
        facts_jobs.competitive_danish,
        facts_jobs.guidance_before_start,
        facts_jobs.profile_updated,
        facts_jobs.jobs_supported,
        facts_jobs.support_kinds,
        facts_jobs.before_start,
        facts_jobs.after_start,
        facts_jobs.after_loss,
        facts_jobs.weekly_first_month,
        facts_jobs.monthly_first_year,
        facts_jobs.four_months,
        facts_jobs.after_first_month,
    )
}
