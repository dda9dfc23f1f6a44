"""Every shared widget in its usual, empty and crowded state, and the frame of the window around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QWidget

from app.settings import Settings
from tools.scenes import Scene, plain
from ui.desk import Desk, PageKind
from ui.text.standing import State
from ui.widgets.bars import Bar, Bars
from ui.widgets.boxes import column, line, row, row_in, scrolled, surface
from ui.widgets.card import Card
from ui.widgets.card_list import CardList, CardRow
from ui.widgets.chip import TONES, Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_card import Fact, FactCard
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Option, Segments
from ui.widgets.timeline import Entry, Heading, TimelineView
from ui.window import MainWindow
from ui.work import Work

PEOPLE = (
    CardRow(1, "Amira Holm", "Jobsøgning", "plain", "Ring til Bageri Juhl", "text", "I dag kl. 13.00", True, "14 dage siden sidst", "stop"),
    CardRow(2, "Jonas Bak", "Jobsøgning", "plain", "Ingen aftale", "stop", "Aftal næste kontakt", False, "21 dage siden sidst", "stop"),
    CardRow(3, "Sofie Dam", "Job · uge 6", "accent", "Opfølgning på arbejdsplads", "text", "I dag kl. 14.30", True, "8 dage siden sidst", "warn"),
    CardRow(4, "Karim Aydin", "Opstart", "plain", "Erhvervsprofil, 2. samtale", "text", "I morgen kl. 9.00", False, "3 dage siden sidst"),
    CardRow(5, "Anne-Cathrine Bredahl Vestergaard-Sørensen", "Jobsøgning", "plain", "Besøg hos Plantecentret på den anden side af fjorden, sammen med virksomhedskonsulenten", "text", "Tors. 26. nov.", False, "2 dage siden sidst"),
    CardRow(6, "Peter Nygaard", "Job · uge 31", "accent", "Telefonopfølgning", "text", "Fre. 27. nov.", False, "5 dage siden sidst"),
    CardRow(7, "Tine Vestergaard", "Pause", "plain", "Aftalt pause til 7. dec.", "text", "Man. 7. dec.", False, "16 dage siden sidst"),
)  # fmt: skip
HISTORY = (
    Heading("UGE 48 · I DAG, MANDAG 23. NOVEMBER"),
    Entry(1, "building-2", "Besøg hos Bageri Juhl", "kl. 9.05 · 35 min", "Talte med Hanne Juhl. De mangler hjælp til pakning mandag–onsdag formiddag og vil gerne møde en ansøger. Amira har sagt ja til, at jeg nævner hendes navn.", (("Arbejdsgiverkontakt", "plain"), ("Kun på denne computer", "info"))),
    Heading("UGE 47"),
    Entry(2, "mail", "Ansøgning sendt · Hotel Fjordhus", "tors. 19. nov.", "Rengøring, 15 timer. Svar ventes inden 30. november.", (("Jobsøgning", "plain"),)),
    Heading("UGE 46"),
    Entry(3, "message-square-text", "Samtale på klinikken", "man. 9. nov. · 45 min", "Amira vil helst arbejde formiddag, 12–15 timer, med faste opgaver. Vi blev enige om tre arbejdsgivere, jeg opsøger inden jul.\n\nHun foreslår selv bageri og kantine, fordi hun har prøvet det før. Transporten må højst tage 30 minutter, og hun vil gerne have en fast makker de første uger, så hun ved, hvem hun kan spørge. Vi øvede to spørgsmål om opgaver og pauser, og hun skrev dem i sin telefon.", (("Samtale", "plain"), ("Rettet 10. nov.", "warn"))),
    Entry(4, "list-checks", "Jobsøgningsplan ændret", "man. 9. nov.", "Mål: bageri, kantine eller lager · 12–15 timer · under 30 min. med bus"),
)  # fmt: skip


class _Vault:
    """Nothing behind it: the gallery asks for nothing."""

    def close(self) -> None:
        """Nothing to close."""


def framed(pages: tuple[PageKind, ...], now: datetime, shown: str) -> Scene:
    work = Work()
    openers = {name: (lambda _desk, _target: QWidget()) for name in ("note", "palette", "help")}
    window = MainWindow(work, pages, QWidget, lambda: now, openers=openers, settings=Settings())
    work._keep(_Vault())  # type: ignore[arg-type]
    window.show_name("Mette Lund")
    lines = ("4 ændringer er gemt her og venter", "Sidst sendt i går kl. 15.42")
    window.desk.show_state(State("cloud-off", "Arbejder offline", lines))
    for page, count in (("today", 6), ("caseload", 23), ("sync", 4)):
        window.desk.count(page, count)
    window.go(shown)

    def close() -> None:
        window.hide()
        work.stop()
        window.deleteLater()

    return Scene(window, close)


def kinds(make: Callable[[Desk], QWidget]) -> tuple[PageKind, ...]:
    return (
        PageKind("today", "I dag", "sun", "Ctrl+1", make),
        PageKind("caseload", "Kandidater", "users", "Ctrl+2", make),
        PageKind("employers", "Arbejdsgivere", "building-2", "Ctrl+3", make),
        PageKind("sync", "Synkronisering", "refresh-cw", "Ctrl+7", make, below=True),
    )


def window_with_cards(now: datetime) -> Scene:
    return framed(kinds(_cards), now, "today")


def window_with_list(now: datetime) -> Scene:
    return framed(kinds(_list_and_page), now, "caseload")


def controls(now: datetime) -> Scene:
    del now
    page = surface("page")
    box = column(page, margins=(7, 6, 7, 6), gap=4)
    box.addWidget(label("Knapper, felter og piller", "h1"))
    buttons = [_button(kind, text) for kind, text in _BUTTONS]
    off = _button("primary", "Ikke nu")
    off.setEnabled(False)
    box.addLayout(row(*buttons, off, None))
    box.addLayout(row(*[Chip(tone, tone) for tone in TONES], None))
    date = QDateEdit()
    date.setCalendarPopup(True)
    choice = QComboBox()
    choice.addItems(["Amira Holm", "Jonas Bak"])
    wrong = FieldGroup("Varighed", QLineEdit("femogfyrre"))
    wrong.show_error("Skriv minutter som et tal, for eksempel 45.")
    fields = (
        FieldGroup("Kandidat", choice),
        FieldGroup("Dato", date),
        wrong,
        FieldGroup("Sted", QLineEdit(), "Kan udelades"),
    )
    box.addLayout(row(*fields, None, gap=4))
    box.addWidget(SearchField("Søg i mine kandidater", "Ctrl+F"))
    box.addWidget(
        Segments(
            "Type",
            (
                Option("a", "&Samtale", "message-square-text"),
                Option("b", "&Arbejdsgiver", "building-2"),
                Option("c", "&Jobsøgning", "mail"),
            ),
        )
    )
    box.addWidget(Segments("Faner", (Option("a", "Tidslinje"), Option("b", "Kontakter")), kind="tab"))
    box.addWidget(line())
    box.addWidget(
        EmptyState(
            "notebook-pen", "Ingen notater endnu.", "Ctrl+N skriver det første.", QPushButton("Nyt notat")
        ),
        1,
    )
    return plain(page)


_BUTTONS = (
    ("primary", "Nyt notat"),
    ("", "Ny aftale"),
    ("quiet", "Mere"),
    ("small", "Åbn"),
    ("soft", "Brug forslaget"),
    ("link", "Tilføj"),
)


def _button(kind: str, text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", kind)
    return made


def _cards(desk: Desk) -> QWidget:
    inside = QWidget()
    columns = row_in(inside, margins=(9, 6, 9, 4), gap=5)
    left, right = column(gap=4), column(gap=4)
    columns.addLayout(left, 3)
    columns.addLayout(right, 2)
    left.addLayout(row(label("God morgen, Mette", "h1"), None, desk.commands.button("note", "primary")))
    for title, note, rows in _ROWS:
        card, rows_shown = Card(title, note), RowList(title)
        rows_shown.show_rows(rows)
        card.body.addWidget(rows_shown)
        left.addWidget(card)
    week = Card("Ugen i tal")
    bars = Bars("Ugen i tal")
    bars.show_bars(
        (
            Bar("Arbejdsgiverkontakter", 4, 6, "4 af 6"),
            Bar("Samtaler", 11, 14, "11 af 14"),
            Bar("Tid ude af klinikken", 62, 65, "62 % · mål 65 %"),
        )
    )
    week.body.addWidget(bars)
    right.addWidget(week)
    left.addStretch(1)
    right.addStretch(1)
    return scrolled(inside)


_ROWS = (
    ("Aftaler i dag", "3", (Row(1, "phone", "Ring til Bageri Juhl", "for Amira Holm · aftalt i dag kl. 9.40", "13.00", "Åbn", tickable=True), Row(2, "footprints", "Opfølgning på arbejdsplads", "Sofie Dam · Netto, Vestergade", "14.30", "Åbn"), Row(3, "users", "Teammøde på klinikken", "Ambulatorium Vest, lokale 2", "15.30", "Åbn"))),
    ("Ikke haft kontakt", "14 dage eller mere", (Row(4, "clock", "Jonas Bak", "21 dage siden sidst · ingen aftale", act="Aftal kontakt", tone="stopText"), Row(5, "clock", "Amira Holm", "14 dage siden sidst · aftale i dag", act="Åbn", tone="stopText"))),
)  # fmt: skip


def _list_and_page(desk: Desk) -> QWidget:
    page = QWidget()
    both = row_in(page, gap=0)
    side, right = surface("sunken"), QWidget()
    box = column(side, margins=(0, 4.5, 0, 0), gap=2.5)
    box.addLayout(
        row(label("Kandidater", "h1"), None, label("23 af 25 pladser", "muted"), margins=(5.5, 0, 5.5, 0))
    )
    box.addLayout(column(None, SearchField("Søg i mine kandidater", "Ctrl+F"), margins=(5.5, 0, 5.5, 0)))
    filters = Segments(
        "Vis", (Option("act", "Kræver handling"), Option("all", "Alle"), Option("job", "I job"))
    )
    for id, count in (("act", 5), ("all", 23), ("job", 7)):
        filters.show_count(id, count)
    box.addLayout(column(None, filters, margins=(5.5, 0, 5.5, 0)))
    people = CardList("Kandidater")
    people.show_rows(PEOPLE)
    people.choose(1)
    box.addWidget(line())
    box.addWidget(people, 1)
    both.addWidget(side, 2)
    both.addWidget(right, 4)
    main = column(right, margins=(7, 5, 7, 0), gap=3)
    main.addLayout(
        row(
            label("Amira Holm", "h1"),
            Chip("Jobsøgning", "accent"),
            None,
            desk.commands.button("note", "primary"),
        )
    )
    facts = (
        Fact("clock", "9. nov.", "Sidst set · 14 dage", "stop"),
        Fact("phone", "I dag 13.00", "Ring til Bageri Juhl"),
        Fact("building-2", "3", "arbejdsgivere i dialog"),
    )
    main.addLayout(Flow(*[FactCard(fact) for fact in facts], gap=3, between=3, even=True))
    main.addWidget(
        Segments(
            "Faner",
            (Option("a", "Tidslinje"), Option("b", "Jobsøgningsplan"), Option("c", "Samtykke")),
            kind="tab",
        )
    )
    main.addWidget(line())
    history = TimelineView("Tidslinje")
    history.show_rows(HISTORY)
    main.addWidget(history, 1)
    return page


SCENES = {"controls": controls, "window-cards": window_with_cards, "window-list": window_with_list}
