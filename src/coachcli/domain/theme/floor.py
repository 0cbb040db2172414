"""How few people a theme may rest on."""

LEAST_FLOOR = 3
"""Of fewer people no line is ever for anybody but the coach, whatever the settings say."""
