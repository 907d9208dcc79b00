"""``python -m crossfoot``: the command, where its folder is not on the path."""

from crossfoot.cli import main

if __name__ == "__main__":
    main()
