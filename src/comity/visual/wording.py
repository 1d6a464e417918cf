"""What a picture says in words of its own; names of classes and of kinds of ties come from the ontology."""

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "actor": "Участники",
        "initiative": "Инициативы",
        "undated": "без даты",
        "other": "Другое",
        "empty": "Связей нет.",
        "proposed": "предлагает или учреждает",
        "positive": "поддерживает",
        "neutral": "упоминает",
        "negative": "возражает",
        "citation": "ссылается на",
        "shared": "общие инициативы",
        "read": "прочитан",
        "not-read": "известен по ссылкам",
        "size": "Узлов: {nodes}, связей: {edges}, документов: {documents}.",
        "hidden": "Показаны узлы с наибольшим числом связей и их соседи: {shown}; скрыто: {hidden}.",
        "weight": "вес {weight:g}",
        "via": "через: {names}",
        "documents": "документов: {count}",
    },
    "en": {
        "actor": "Actors",
        "initiative": "Initiatives",
        "undated": "undated",
        "other": "Other",
        "empty": "No ties.",
        "proposed": "proposes or establishes",
        "positive": "supports",
        "neutral": "mentions",
        "negative": "objects",
        "citation": "cites",
        "shared": "initiatives in common",
        "read": "read",
        "not-read": "known by citation",
        "size": "Nodes: {nodes}, ties: {edges}, documents: {documents}.",
        "hidden": "Shown are the nodes with the most ties and their neighbours: {shown}; hidden: {hidden}.",
        "weight": "weight {weight:g}",
        "via": "through: {names}",
        "documents": "documents: {count}",
    },
}
"""By language, then by key."""
