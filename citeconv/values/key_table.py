"""Remembers the citation keys of an output, so that no two records get the same: tells whether a key is free.

What a writer remembers of its keys is the one thing that grows with the output, so it is held in two arrays with open
addressing: 21 to 43 bytes a key, 64 while the table is enlarged. A set of Python's takes 70 to 130. Hashes stand for
the keys; they differ from run to run, what is answered does not.
"""

from __future__ import annotations

from array import array

SIXTY_FOUR_BITS = 0xFFFF_FFFF_FFFF_FFFF
_EMPTY = array("Q", (0,))


class KeyTable:
    """A set of keys with the owner of each: 16 bytes a slot."""

    def __init__(self) -> None:
        self._hashes = _EMPTY * 1024
        self._owners = _EMPTY * 1024
        self._mask = 1023
        self._room = 768  # three slots in four

    def claim(self, key: str, owner: int = 1) -> int:
        """Take a key for an owner if it is free.

        Args:
            key: Compared as it stands.
            owner: Any number but 0, below 2**64.

        Returns:
            The owner that has it already, or 0.
        """
        wanted = hash(key) & SIXTY_FOUR_BITS or 1
        slot = self._slot(wanted)
        if self._hashes[slot]:
            if not (holder := self._owners[slot]):  # it was given back
                self._owners[slot] = owner
            return holder
        self._hashes[slot], self._owners[slot] = wanted, owner
        self._room -= 1
        if not self._room:
            self._enlarge()
        return 0

    def owner(self, key: str) -> int:
        """Return the owner of a key, or 0."""
        return self._owners[self._slot(hash(key) & SIXTY_FOUR_BITS or 1)]

    def give_back(self, key: str) -> None:
        """Let a key that was taken be free again."""
        self._owners[self._slot(hash(key) & SIXTY_FOUR_BITS or 1)] = 0

    def free_number(self, key: str) -> int:
        """Return a number from 2 on with which ``key-2``, a key that is taken, is free, in few steps for many."""
        taken, free = 1, 2  # double until free, then halve: a record repeated n times costs log n
        while self.owner(f"{key}-{free}"):
            taken, free = free, free * 2
        while free - taken > 1:
            middle = (taken + free) // 2
            if self.owner(f"{key}-{middle}"):
                taken = middle
            else:
                free = middle
        return free

    def _slot(self, wanted: int) -> int:
        """Return the slot of a hash, empty if nobody has it."""
        hashes, mask = self._hashes, self._mask
        slot = wanted & mask
        while (found := hashes[slot]) and found != wanted:
            slot = slot + 1 & mask
        return slot

    def _enlarge(self) -> None:
        """Move into tables of twice the size."""
        old, old_owners = self._hashes, self._owners
        size = len(old) * 2
        self._hashes, self._owners = _EMPTY * size, _EMPTY * size
        self._mask = size - 1
        for wanted, owner in zip(old, old_owners, strict=True):
            if wanted:
                slot = self._slot(wanted)
                self._hashes[slot], self._owners[slot] = wanted, owner
        self._room = size // 4 * 3 - len(old) // 4 * 3
