"""Errors, findings, dates and the state of sync in Danish words.

explain(error)                     a sentence that says what to do, for every leaf of app/errors.py
dates.moment(when, now) …          dates and times as a consultant says them; `now` is always passed
guard.title(category) …            the guard's findings
standing.sync_state(…, now)        the calm sentences of the state card
language.speak(app)                load Danish for the program and for Qt itself
"""

from ui.text.errors import explain

__all__ = ["explain"]
