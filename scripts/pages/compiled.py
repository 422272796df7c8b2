"""How the templates of the bodies are compiled: names that Jinja would look up are written out.

58,000 pages pay for every look-up. What is known when a template is compiled (which function `t`
is, whether the page is English) need not be found again by each `{{ }}`; the result is the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup
from markupsafe import escape as escape_slowly

_SPECIAL = re.compile("[&<>'\"]").search


def escape(value: Any) -> str:
    """The value as markup, as markupsafe does it; most texts have nothing to escape."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL(value)):
        return value  # type: ignore[no-any-return]
    return escape_slowly(value)


class Generator(CodeGenerator):
    """Jinja's own, with short ways for the names that `generator` is told of."""

    constants: Mapping[str, object] = {}
    plain: frozenset[str] = frozenset()
    contextual: frozenset[str] = frozenset()

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Bring our `escape` into the module."""
        self.writeline(f"from {__name__} import escape as escape_quickly")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escape_quickly(")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """A constant is its value."""
        if node.ctx == "load" and node.name in self.constants:
            self.write(repr(self.constants[node.name]))
        else:
            super().visit_Name(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Our functions and macros are called without asking what they are."""
        name = self._direct(node.node)
        if not name or node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(context, " if name in self.contextual else "(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write(")")

    def _direct(self, called: nodes.Node) -> str:
        """The name of a function that is called as it is; "" for any other."""
        if isinstance(called, nodes.Name) and called.name in self.plain | self.contextual:
            return called.name
        if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
            return called.attr if called.node.name == "say" else ""
        return ""


def generator(
    constants: Mapping[str, object], plain: frozenset[str], contextual: frozenset[str]
) -> type[Generator]:
    """The generator of an environment.

    `constants` are names with their values. Functions named in `plain` are called as they are,
    those in `contextual` with the context first; macros of `say` are called as they are.
    """
    names = {"constants": constants, "plain": plain, "contextual": contextual}
    return type("Generator", (Generator,), names)
