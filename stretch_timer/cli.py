"""The command line. Each command imports what it needs when it is called: `--version` answers at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from stretch_timer import __version__
from stretch_timer.core.errors import ExplainedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretch_timer.core.compiling import Wishes
    from stretch_timer.core.routine import Routine

FLAGSHIP = "hamstring-lower-back"
LEAST_PX, MOST_PX = 16, 8192
NOT_RIGHT, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def main() -> NoReturn:
    """Run the command line and exit: 0 done, 1 what was asked about is not right, 2 wrong usage, 130 interrupted."""
    try:
        code = cli.main(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        code = WRONG_USAGE
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        code = NOT_RIGHT
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except ExplainedError as error:
        click.echo(error, err=True)
        code = NOT_RIGHT
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"{where}{error.strerror or error}", err=True)
        code = NOT_RIGHT
    sys.exit(code or 0)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stretch-timer")
@click.pass_context
def cli(context: click.Context) -> int | None:
    """Guided stretching for people who sit at a desk.

    Without a command, the window opens.
    """
    if context.invoked_subcommand is not None:
        return None
    from stretch_timer.app import run
    from stretch_timer.request import Request

    return run(Request())


def _session_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that decide what a session is made of."""
    sides = click.option(
        "--sides", type=click.Choice(["both", "left", "right"]), default="both", help="Train one side only."
    )
    minutes = click.option(
        "--minutes", type=click.FloatRange(0, 1440, min_open=True), help="Fit the session into this many minutes."
    )
    return sides(minutes(command))


def _wishes(sides: str, minutes: float | None) -> Wishes:
    from stretch_timer.core.compiling import Wishes
    from stretch_timer.core.stretch import Side

    return Wishes(sides=Side(sides), minutes=minutes)


def _routine(name: str) -> Routine:
    from stretch_timer.storage.library import Library

    return Library.here().routine(name)


@cli.command()
@click.argument("routine", default=FLAGSHIP)
@_session_options
@click.option("--terminal", is_flag=True, help="Guide in the terminal instead of the window.")
@click.option("--events", default="", metavar="FILE", help="Write each event as a line of JSON; - is standard output.")
@click.option("--speed", type=click.FloatRange(0.1, 1000), default=1.0, help="Times as fast, for trying a routine out.")
@click.option("--mute", is_flag=True, help="No voice and no tones.")
@click.option("--no-log", is_flag=True, help="Write nothing to the history.")
@click.option("--resume", is_flag=True, help="Go on with the session that was interrupted.")
def follow(routine: str, sides: str, minutes: float | None, *, terminal: bool, no_log: bool, **options: Any) -> int:
    """Guide one session of ROUTINE: an id, or a YAML file."""
    from stretch_timer.app import run
    from stretch_timer.request import Request

    request = Request(_routine(routine), _wishes(sides, minutes), log=not no_log, **options)
    return run(request, terminal=terminal)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As one JSON document.")
def routines(*, as_json: bool) -> None:
    """List the routines, the shipped ones and your own."""
    from stretch_timer.storage.library import Library
    from stretch_timer.storage.routine_document import routine_lines, routines_document

    listing = Library.here().routines()
    _print(routines_document(listing), routine_lines(listing), as_json=as_json)
    for problem in listing.problems:
        click.echo(problem, err=True)


@cli.command()
@click.argument("routine")
@_session_options
@click.option("--json", "as_json", is_flag=True, help="As one JSON document.")
def plan(routine: str, sides: str, minutes: float | None, *, as_json: bool) -> None:
    """Print the timeline of ROUTINE: every segment, and what is said when."""
    from stretch_timer.core.compiling import compile_plan
    from stretch_timer.storage.plan_document import plan_document, plan_lines

    made = compile_plan(_routine(routine), _wishes(sides, minutes))
    _print(plan_document(made), plan_lines(made), as_json=as_json)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> int:
    """Check routine and stretch files, or folders of them."""
    from stretch_timer.figure.stretch_figure import problems_of
    from stretch_timer.storage.check import check as look

    report = look(paths, examine=problems_of)
    for problem in report.problems:
        click.echo(problem)
    click.echo(report.summary)
    return NOT_RIGHT if report.problems else 0


class Size(click.ParamType[tuple[int, int]]):
    """A size such as 640x480, in pixels."""

    name = "WxH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Read *value*."""
        width, _, height = str(value).partition("x")
        if not (
            width.isdigit() and height.isdigit() and all(LEAST_PX <= int(one) <= MOST_PX for one in (width, height))
        ):
            self.fail(
                f"{value} is not a size: give width and height in pixels, 16 to 8192, such as 640x480", param, ctx
            )
        return int(width), int(height)


@cli.command()
@click.argument("stretch")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file, .svg or .png.")
@click.option("--variant", default="", help="One of the stretch's variants.")
@click.option("--side", type=click.Choice(["right", "left"]), default="right", help="The working leg.")
@click.option("--at", type=click.FloatRange(0, 1), default=1.0, help="Phase of the movement, 0 start to 1 end.")
@click.option(
    "--theme", type=click.Choice(["light", "dark", "high-contrast-light", "high-contrast-dark"]), default="light"
)
@click.option("--size", type=Size(), default="640x480", help="Width and height in pixels.")
@click.option("--skin", type=click.Choice(["light", "medium", "tan", "deep"]), default="medium")
@click.option("--hair", type=click.Choice(["bun", "short"]), default="bun")
def figure(**options: Any) -> None:
    """Draw the illustration of STRETCH into a file."""
    from stretch_timer.figure_command import Wanted, draw

    draw(Wanted(**options))


@cli.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As one JSON document.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table, one row a hold.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="From this day on, as 2026-11-22.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Up to this day.")
@click.pass_context
def history(context: click.Context, *, as_json: bool, as_csv: bool, since: Any, until: Any) -> None:
    """Print the log."""
    if context.invoked_subcommand is not None:
        return
    if as_json and as_csv:
        raise click.UsageError("--json and --csv cannot be used together: choose one.")
    from stretch_timer.storage.history_csv import history_csv
    from stretch_timer.storage.history_document import history_document, history_lines

    days = (since.date() if since else None, until.date() if until else None)
    with _history() as log:
        if as_csv:
            click.echo(history_csv(log, *days).encode(), nl=False)  # bytes: no platform changes its line ends
        else:
            _print(history_document(log, *days), history_lines(log, *days), as_json=as_json)


@history.command("export")
@click.argument("file", type=click.Path(path_type=Path))
def export_history(file: Path) -> None:
    """Write the whole log to FILE."""
    from stretch_timer.storage.history_import import export_to

    with _history() as log:
        click.echo(f"Saved {_counted(export_to(log, file), 'session')} to {file}")


@history.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_history(file: Path) -> None:
    """Add the sessions of FILE that are not in the log yet."""
    from stretch_timer.storage.history_import import import_from

    with _history() as log:
        merged = import_from(log, file)
    click.echo(f"Added {_counted(merged.added, 'session')}; {merged.known} were there already")


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As one JSON document.")
def doctor(*, as_json: bool) -> None:
    """Tell what works on this computer."""
    from stretch_timer.doctor import doctor_document, doctor_lines, examine

    findings = examine()
    _print(doctor_document(findings), doctor_lines(findings), as_json=as_json)


def _history() -> Any:
    from stretch_timer.storage.folders import Folders
    from stretch_timer.storage.history import History

    return History.open(Folders.here().data / "history.db")


def _print(document: dict[str, object], lines: Any, *, as_json: bool) -> None:
    import json

    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
