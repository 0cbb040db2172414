"""Records: the parts of files, each defined once, for the running program and for the check of what people write.

The running program reads and makes them with msgspec. pydantic checks what people write, and says all that is wrong
and where: it makes its schema from the same fields, and is imported only for that.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias, get_args, get_origin

import msgspec

from coachcli.domain.text import one_line
from coachcli.domain.value import Value

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

    Build: TypeAlias = Callable[[Any], tuple[dict[str, Any], Any, Any]]


class Then(NamedTuple):
    """In an annotation: a function through which a value that people wrote goes; it may refuse it with a ValueError."""

    change: Callable[[Any], Any]


class Tagged(NamedTuple):
    """In an annotation of one of several records: the name by which `OneOf` finds it."""

    name: str


class OneOf(NamedTuple):
    """In an annotation of several records: the setting, or the function, that tells which of them it is.

    `code` and `text` are the error where it is none of them.
    """

    by: str | Callable[[Any], str | None]
    code: str | None = None
    text: str | None = None


class Record(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a file: fixed, with known fields only, and silent about the words inside."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema  # noqa: PLC0415 only where something is checked

        def schema(field: msgspec.structs.FieldInfo) -> "CoreSchema":
            inner = handler.generate_schema(for_pydantic(field.type))
            if field.required:
                return inner
            if field.default is not msgspec.NODEFAULT:
                return core_schema.with_default_schema(inner, default=field.default)
            return core_schema.with_default_schema(inner, default_factory=field.default_factory)

        def built(data: Any, build: "Build") -> Record:
            return data if isinstance(data, cls) else cls(**build(data)[0])

        fields = {
            field.name: core_schema.model_field(schema(field), validation_alias=field.encode_name)
            for field in msgspec.structs.fields(cls)
        }
        whole = core_schema.model_fields_schema(fields, model_name=cls.__name__, extra_behavior="forbid")
        ref = f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
        return core_schema.no_info_wrap_validator_function(built, whole, ref=ref)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> dict[str, Any]:
        json_schema = handler(schema)
        handler.resolve_ref_schema(json_schema)["description"] = one_line(cls.__doc__ or "")
        return json_schema


def for_pydantic(annotation: Any) -> Any:
    """A type with all marks in its annotations, however deep, in pydantic's words."""
    kind, inner = get_origin(annotation), get_args(annotation)
    if kind is Annotated:
        marks = [pydantic_mark for mark in inner[1:] for pydantic_mark in _marks(mark)]
        return Annotated[(for_pydantic(inner[0]), *marks)] if marks else for_pydantic(inner[0])
    if not inner or all(isinstance(one, str) for one in inner):
        return annotation
    parts = tuple(map(for_pydantic, inner))
    if kind in {tuple, dict}:
        return kind[parts]
    union = parts[0]
    for part in parts[1:]:
        union |= part
    return union


def _marks(mark: object) -> list[Any]:
    """A mark of ours in pydantic's words. An unknown one is a TypeError, as pydantic would ignore it in silence."""
    from pydantic import AfterValidator, AwareDatetime, Discriminator, Field, Tag  # noqa: PLC0415 as above

    match mark:
        case msgspec.Meta():
            bounds = {key: value for key in _BOUNDS if (value := getattr(mark, key)) is not None}
            return [*([AwareDatetime] if mark.tz else []), *([Field(**bounds)] if bounds else [])]
        case Then(change):
            return [AfterValidator(change)]
        case Tagged(name):
            return [Tag(name)]
        case OneOf(by, code, text):
            return [Discriminator(by, custom_error_type=code, custom_error_message=text)]
        case _:
            raise TypeError(f"{type(mark).__name__} means nothing to a record")


_BOUNDS = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern")
