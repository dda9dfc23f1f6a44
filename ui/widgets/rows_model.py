"""A list model over a whole tuple of frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole


class Value(Protocol):
    @property
    def id(self) -> object: ...
    def sentence(self) -> str: ...
    def heading(self) -> bool: ...


class RowsModel(QAbstractListModel):
    """Each row is read out as its value's `sentence()`; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Value, ...] = ()

    def show(self, values: Sequence[Value]) -> None:
        self.beginResetModel()
        self._values = tuple(values)
        self.endResetModel()

    def row_of(self, id: object) -> int:
        """-1 if it is not there."""
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
