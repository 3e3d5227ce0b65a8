"""The descent that reader and trunk learn by: the rate rises and falls, and what stays is a running mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import torch
from rich.progress import track
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

WARMING = 40
"""Steps until the full rate; from there it falls."""

Batch = TypeVar("Batch")


def descended(  # noqa: PLR0913
    network: nn.Module,
    groups: list[dict[str, Any]],
    batches: Sequence[Batch],
    loss_of: Callable[[Batch], Tensor],
    *,
    left: float,
    kept: float,
) -> None:
    """Take one step for each batch; `groups` are weights with their rates, of which `left` is left in the end.

    In the running mean each step leaves `kept` of those before it.
    """
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARMING, left + (1 - left) * (1 - step / len(batches)))
    )
    learning = [weights for group in groups for weights in group["params"]]
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(kept))  # type: ignore[no-untyped-call]
    network.train()
    for batch in track(batches, "learning"):
        optimizer.zero_grad()
        loss_of(batch).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        falling.step()
        mean.update_parameters(network)
    network.load_state_dict(mean.module.state_dict())
