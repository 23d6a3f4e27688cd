"""The frozen board page: compose, freeze, serve, export, links."""
