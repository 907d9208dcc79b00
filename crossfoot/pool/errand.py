"""The function that a cluster carries: it travels as code, so that only workers need crossfoot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Carried = Callable[[Mapping[str, str], bytes | None, bytes | None], tuple[str, bytes]]


def errand() -> Carried:
    """Return the function to submit.

    Made here and not found by name, so that it is pickled whole: a scheduler without crossfoot
    passes it on, and a worker without crossfoot says so instead of failing on every document.
    """

    def crossfoot_read(
        expected: Mapping[str, str], parcel: bytes | None, data: bytes | None
    ) -> tuple[str, bytes]:
        try:
            from crossfoot.pool.far import carry_out  # noqa: PLC0415 - looked for where it runs
        except ImportError as error:
            import platform  # noqa: PLC0415

            wanted = f"crossfoot {expected['crossfoot']}"
            said = f"the Dask worker on {platform.node()} has no {wanted} ({error})"
            return "refused", said.encode()
        return carry_out(expected, parcel, data)

    return crossfoot_read


def farewell() -> Callable[[str], None]:
    """Return the function that ends what a run has left on a worker; carried like the other."""

    def crossfoot_end(run: str) -> None:
        import sys  # noqa: PLC0415

        far = sys.modules.get("crossfoot.pool.far")
        if far is not None:
            far.end_run(run)

    return crossfoot_end
