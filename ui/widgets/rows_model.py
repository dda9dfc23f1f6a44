"""A list model over frozen values: a whole tuple, or thousands of which each is made when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, overload

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole


class Value(Protocol):
    @property
    def id(self) -> object: ...
    def sentence(self) -> str: ...
    def heading(self) -> bool: ...


class Shown(Sequence[Value]):
    """Rows of a long list, none of them a heading: `make(n)` makes the one at place `n` when it is first asked for."""

    def __init__(self, ids: Sequence[object], make: Callable[[int], Value]) -> None:
        self._ids, self._make = ids, make
        self._made: dict[int, Value] = {}
        self._places: dict[object, int] | None = None

    def place(self, id: object) -> int:
        """-1 if it is not there."""
        if self._places is None:
            self._places = {one: n for n, one in enumerate(self._ids)}
        return self._places.get(id, -1)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        place = range(len(self._ids))[index]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


class RowsModel(QAbstractListModel):
    """Each row is read out as its value's `sentence()`; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: Sequence[Value] = ()

    def show(self, values: Sequence[Value]) -> None:
        self.beginResetModel()
        self._values = values if isinstance(values, Shown) else tuple(values)
        self.endResetModel()

    def row_of(self, id: object) -> int:
        """-1 if it is not there."""
        if isinstance(self._values, Shown):
            return self._values.place(id)
        return next((n for n, value in enumerate(self._values) if value.id == id and not value.heading()), -1)

    def first(self) -> int:
        return next((n for n, value in enumerate(self._values) if not value.heading()), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role == VALUE:
            return value
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return value.sentence()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._values[index.row()].heading():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
