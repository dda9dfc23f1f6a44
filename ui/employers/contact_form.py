"""A contact with an employer, filled in from what is known, so that what was said is all there is left to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QDate, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QSpinBox, QTimeEdit, QWidget

from app.domain.employer import ContactMode, EmployerRow, Outcome, Purpose
from app.domain.job import Matches
from app.services.disclosure import SayLine
from app.services.door import Typed
from ui.agenda.form_keeper import Begun
from ui.employers import view
from ui.employers.alike import AlikeHint
from ui.employers.on_behalf import OnBehalf
from ui.employers.say import SayCard
from ui.text import codes, dates, work_codes
from ui.theme import theme
from ui.widgets import form_more
from ui.widgets.form import Form, chosen_day, chosen_moment
from ui.widgets.picker import Choice, Picker, matching
from ui.widgets.segments import Option, Segments

translate = QCoreApplication.translate
_TEXTS = ("spoke_with", "about", "next_step")
_NEXT = timedelta(days=7)


class ContactForm(Form):
    """`asked` when it is to be stored. Says nothing to the vault itself."""

    def __init__(self, rows: Sequence[EmployerRow], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Employers", "Ny kontakt"), translate("Employers", "Gem kontakten"), parent
        )
        self._now = now
        self._lay_out(dates.local(now, now))
        self._own_words = self._own_purpose = False
        self.show_employers(rows)
        self.employer.picked.connect(self._picked)
        self.employer.done.connect(self.about.setFocus)
        self.employer.textEdited.connect(self._typing_name)
        self.spoke_with.textEdited.connect(self._spoke_with_edited)
        self.purpose.activated.connect(self._purpose_chosen)
        self.next_step.textChanged.connect(lambda text: self.next_on.setEnabled(bool(text.strip())))
        self.next_on.setEnabled(False)
        self.fit(theme().size("cardWide"), theme().size("cardWide") + theme().size("control") * 3)
        self.finish()

    def show_employers(self, rows: Sequence[EmployerRow]) -> None:
        """Who can be chosen; also while somebody types."""
        self._rows = {row.employer.id: row for row in rows}
        self._choices = [Choice(row.employer.id, row.employer.name) for row in rows]
        self.employer.show_choices(self._choices)
        self._say_whether_new(self.new_name())

    def choose(self, id: UUID) -> None:
        """With an employer chosen, only what was said is left to write."""
        if (row := self._rows.get(id)) is not None:
            self.employer.choose(Choice(id, row.employer.name))
            self._picked(id)
            self.about.setFocus()

    def know(self, id: UUID, name: str) -> None:
        """An employer made from this form."""
        self.employer.choose(Choice(id, name))
        self.groups["employer"].show_hint("")

    def whose(self) -> UUID | None:
        chosen = self.employer.chosen()
        return chosen if isinstance(chosen, UUID) else None

    def new_name(self) -> str:
        return "" if self.whose() else self.employer.text().strip()

    def typed(self) -> dict[str, Typed]:
        at = chosen_moment(self.on, self.clock_at, self._now)
        step = self.next_step.text().strip()
        return {
            "at": at,
            "minutes": self.minutes_at.value() or None,
            "mode": self.mode.current(),
            "purpose": self.purpose.currentData(),
            "outcome": self.outcome.currentData() or None,
            "competitive": int(self.competitive.isChecked()),
            "spoke_with": self.spoke_with.text().strip(),
            "about": self.about.toPlainText().strip(),
            "next_step": step,
            "next_on": chosen_day(self.next_on) if step else None,
        }

    def texts(self) -> dict[str, str]:
        """What the guard reads, as it was given to it."""
        return {**{name: str(self.typed()[name]) for name in _TEXTS}, "name": self.new_name()}

    def is_begun(self) -> bool:
        """Whether anything would be lost: what is filled in by itself does not count."""
        return bool(self.about.toPlainText().strip() or self.next_step.text().strip() or self.new_name())

    def begun(self) -> Begun | None:
        """What is worth keeping when the program is locked in the middle of it."""
        if not self.is_begun():
            return None
        told = self.typed()
        choices = {
            name: str(value) for name, value in told.items() if name not in _TEXTS and value is not None
        }
        choices["at"] = f"{told['at']:%Y-%m-%dT%H:%M}"
        if (whose := self.whose()) is not None:
            choices["employer"] = str(whose)
        choices |= {"matches": str(self.fits.currentData() or ""), "matched": " ".join(self.met())}
        choices["participants"] = " ".join(str(id) for id in self.people.chosen())
        return Begun({name: text for name, text in self.texts().items() if text.strip()}, choices)

    def restore(self, texts: Mapping[str, str], choices: Mapping[str, str]) -> None:
        """A form that was begun before; what does not fit any more is passed over."""
        if (employer := _id(choices.get("employer"))) in self._rows and employer is not None:
            self.choose(employer)
        elif texts.get("name"):
            self.employer.setText(texts["name"])
        self.spoke_with.setText(texts.get("spoke_with", self.spoke_with.text()))
        self._own_words = bool(texts.get("spoke_with"))
        self.about.setPlainText(texts.get("about", ""))
        self.next_step.setText(texts.get("next_step", ""))
        for box, name in ((self.purpose, "purpose"), (self.outcome, "outcome"), (self.fits, "matches")):
            if (at := box.findData(choices.get(name))) > 0:
                box.setCurrentIndex(at)
        self.matched.choose(choices.get("matched", ""))
        if choices.get("mode") in set(ContactMode):
            self.mode.choose(choices["mode"])
        if choices.get("minutes", "").isdigit():
            self.minutes_at.setValue(int(choices["minutes"]))
        self._restore_when(choices.get("at", ""))

    def _restore_when(self, at: str) -> None:
        try:
            when = datetime.fromisoformat(at)
        except ValueError:
            return
        self.on.setDate(QDate(when.year, when.month, when.day))
        self.clock_at.setTime(QTime(when.hour, when.minute))

    def show_say(self, lines: Sequence[SayLine]) -> None:
        """What may be said about those it is on behalf of, at this employer: seen before a word is written."""
        self.say.show_lines(lines)

    def show_wrong(self, id: str, words: str, *, mild: bool = False) -> None:
        super().show_wrong("employer" if id == "name" else id, words, mild=mild)

    def _picked(self, id: object) -> None:
        if not isinstance(id, UUID):
            return
        self.alike.forget()
        self.groups["employer"].show_hint("")
        row = self._rows[id]
        if not self._own_words:
            self.spoke_with.setText(row.employer.contact_person)
        if not self._own_purpose:
            likely = view.likely_purpose(row.visits)
            self.purpose.setCurrentIndex(self.purpose.findData(likely.value))

    def _typing_name(self, text: str) -> None:
        self.alike.forget()
        self._say_whether_new(text)

    def _say_whether_new(self, text: str) -> None:
        known = not text.strip() or bool(matching(self._choices, text))
        self.groups["employer"].show_hint("" if known else self.tr("Nyt sted. Det oprettes, når du gemmer."))

    def _spoke_with_edited(self) -> None:
        self._own_words = True

    def _ask_which(self) -> None:
        """Which wishes a contact met is asked where it met any."""
        self.groups["matched"].setVisible(self.fits.currentData() in (Matches.YES, Matches.PARTLY))

    def met(self) -> tuple[str, ...]:
        """The preferences it matched."""
        asked = self.groups["matched"].isVisibleTo(self)
        return tuple(self.matched.codes().split()) if asked else ()

    def _purpose_chosen(self) -> None:
        self._own_purpose = True

    def _lay_out(self, start: datetime) -> None:
        self.employer = Picker(self.tr("Arbejdsgiver"), icon="building-2")
        self.employer.setPlaceholderText(self.tr("Skriv begyndelsen af navnet"))
        self.employer.takes_new = True
        self.field("employer", self.tr("Arbejdsgiver"), self.employer)
        self.alike = AlikeHint()
        self._fields.addWidget(self.alike)
        self.mode = Segments(
            self.tr("Hvordan"),
            tuple(Option(mode.value, codes.mode(mode), view.ICONS[mode]) for mode in ContactMode),
        )
        self.field("mode", self.tr("Hvordan"), self.mode)
        self._lay_when(start)
        self._lay_what()
        self._lay_after(start)

    def _lay_when(self, start: datetime) -> None:
        self.on: QDateEdit = self.day("at", self.tr("Dato"), start.date())
        self.clock_at: QTimeEdit = self.clock("clock", self.tr("Klokken"), start)
        self.minutes_at: QSpinBox = self.minutes("minutes", self.tr("Varighed"), 0)
        self.minutes_at.setSpecialValueText(self.tr("Ikke noteret"))
        self.clock_at.setTime(QTime(start.hour, start.minute))
        self.beside("at", "clock", "minutes")

    def _lay_what(self) -> None:
        self.spoke_with = self.text("spoke_with", self.tr("Talte med"))
        purposes = tuple((purpose.value, codes.purpose(purpose)) for purpose in Purpose)
        self.purpose: QComboBox = self.choice("purpose", self.tr("Formål"), purposes)
        self.beside("spoke_with", "purpose")
        self.about = self.long_text(
            "about", self.tr("Hvad talte I om"), hint=self.tr("Uden helbredsoplysninger")
        )
        self.about.setMaximumHeight(theme().size("control") * 4)

    def _lay_after(self, start: datetime) -> None:
        none = (("", self.tr("Ikke noteret")),)
        outcomes = tuple((outcome.value, codes.outcome(outcome)) for outcome in Outcome)
        self.outcome: QComboBox = self.choice("outcome", self.tr("Udfald"), none + outcomes)
        self.people = OnBehalf(self.tr("På vegne af"))
        self.field("participants", self.tr("På vegne af"), self.people)
        self.fits: QComboBox = self.choice(
            "matches",
            self.tr("Passer til kandidatens ønsker"),
            work_codes.options("contact_for.matches", none="–"),
        )
        self.beside("outcome", "participants", "matches")
        options = work_codes.options("contact_for.matched")
        self.matched = form_more.checks(self, "matched", self.tr("Hvilke ønsker"), options)
        self.fits.currentIndexChanged.connect(self._ask_which)
        self._ask_which()
        self.present = QCheckBox(self.tr("Kandidaten var selv med"))
        self.field("present", "", self.present)
        self.competitive = QCheckBox(self.tr("Det handlede om et ordinært job"))
        self.competitive.setChecked(True)
        self.field("competitive", "", self.competitive)
        self.beside("competitive", "present")
        self.say = SayCard()
        self._fields.addWidget(self.say)
        self.next_step = self.text("next_step", self.tr("Næste skridt"))
        self.next_on: QDateEdit = self.day("next_on", self.tr("Hvornår"), (start + _NEXT).date())
        self.beside("next_step", "next_on")


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
