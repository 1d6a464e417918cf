"""The projections that Comity offers, declared as data."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["PROJECTIONS", "Projection"]


@dataclass(frozen=True, slots=True)
class Projection:
    """One way to read the graph as a network.

    Args:
        name: what it is called on the command line and in addresses.
        titles: its name for people, by language.
        descriptions: what its nodes, ties and weights are, by language.
        roles: what the sources and the targets of ties are; two different names make the network two-mode.
        directed: whether a tie leads from its source to its target only.
        ranked: the role whose nodes a ranking lists unless told otherwise.
        folded_from: the two-mode projection whose sources are tied by the targets they share; empty for a projection
            that is read with its own queries, ``queries/network/NAME.rq`` and ``queries/network/NAME-evidence.rq``.
    """

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    roles: tuple[str, str]
    directed: bool
    ranked: str
    folded_from: str = ""

    @property
    def two_mode(self) -> bool:
        """Whether sources and targets are of different kinds."""
        return self.roles[0] != self.roles[1]


_DECLARED = (
    Projection(
        name="actor-initiative",
        titles={"ru": "Участники и инициативы", "en": "Actors and initiatives"},
        descriptions={
            "ru": "Кто что предлагает, учреждает, поддерживает, отмечает или отвергает. Документ говорит от имени"
            " названных в нём сторон, а без них от имени принявшего его органа; должностное лицо говорит от имени"
            " государства. Вес связи: число речевых актов.",
            "en": "Who proposes, establishes, supports, notes or objects to what. An instrument speaks for the parties"
            " it names, or else for the body that adopted it; an office holder speaks for the state. Weight of a tie:"
            " the number of speech acts.",
        },
        roles=("actor", "initiative"),
        directed=True,
        ranked="initiative",
    ),
    Projection(
        name="citations",
        titles={"ru": "Ссылки между документами", "en": "Citations between instruments"},
        descriptions={
            "ru": "Какой документ на какой ссылается. Вес связи: число ссылок.",
            "en": "Which instrument cites which. Weight of a tie: the number of citations.",
        },
        roles=("instrument", "instrument"),
        directed=True,
        ranked="instrument",
    ),
    Projection(
        name="actor-actor",
        titles={"ru": "Участники с общими инициативами", "en": "Actors with initiatives in common"},
        descriptions={
            "ru": "Кто выступает за одно и то же. Вес связи: число инициатив, за которые выступают оба.",
            "en": "Who stands for the same things. Weight of a tie: the number of initiatives that both favour.",
        },
        roles=("actor", "actor"),
        directed=False,
        ranked="actor",
        folded_from="actor-initiative",
    ),
)

PROJECTIONS: Mapping[str, Projection] = {declared.name: declared for declared in _DECLARED}
"""Every projection by its name."""
