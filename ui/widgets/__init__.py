"""Shared widgets, each ignorant of participants: they take plain frozen values.

Each module's docstring shows its use. In short:

    boxes         column, row, row_in, surface, line, scrolled, clear, restyle: layouts with air from the grid
    flow          Flow(*widgets, gap=…, between=…, even=…): a row that wraps
    labels        label(text, role, wrap=…), ElidedLabel, set_role
    glyph         Glyph(icon, colour role, size), Logo
    chip          Chip(text, tone), KeyHint(keys)
    card          Card(title, note) with .head and .body
    segments      Segments(name, options, kind="segment"|"tab") → chosen(id)
    row_list      RowList(name), Row(…) → opened(id), ticked(id), postponed(id)
    card_list     CardList(name), CardRow(…) → chosen(id), opened(id)
    timeline      TimelineView(name), Heading, Entry → chosen(id), opened(id)
    fact_card     FactCard, Fact
    bars          Bars(name), Bar
    empty_state   EmptyState(icon, sentence, next step, button)
    search_field  SearchField(name, keys) → asked(text), left_downwards()
    field_group   FieldGroup(name, field, hint) with show_error, show_hint
    state_card    StateCard (the window's)
    toast         Toast (use `desk.tell` in a page)
    refit         refit(window, before, now): another text size while it is open
    announce      say(widget, text)
    note_edit     the editor with the guard's marks
"""
