"""The sender's desk: what the page Bestyrelse draws to compose, look at, send and look after board pages."""
