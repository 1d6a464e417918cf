"""Mentions become entities: known ones, new ones, or none where the text leaves it open."""

from comity.linking.groups import owned_group
from comity.linking.identity import mint, slug
from comity.linking.own import adoption_day, own_instrument, publisher_of
from comity.linking.resolve import link

__all__ = ["adoption_day", "link", "mint", "own_instrument", "owned_group", "publisher_of", "slug"]
