"""`python -m stretch_timer`."""

from stretch_timer.cli import main

if __name__ == "__main__":
    main()
