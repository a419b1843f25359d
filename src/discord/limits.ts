// Discord's published limits: https://docs.discord.com/developers (components, interactions, application commands).
export const MAX_TEXT_OF_MESSAGE = 4000;
export const MAX_BUTTONS_IN_ROW = 5;
export const MAX_BUTTON_LABEL = 80;
export const MAX_CUSTOM_ID = 100;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_SELECT_TEXT = 100;
export const MAX_SELECT_VALUE = 100;
export const MAX_PLACEHOLDER = 150;
export const MAX_PICTURE_DESCRIPTION = 1024;
export const MAX_AUTOCOMPLETE_CHOICES = 25;
export const MAX_CHOICE_NAME = 100;
export const MAX_CHOICE_VALUE = 100;
export const MAX_MODAL_TITLE = 45;
export const MAX_MODAL_FIELDS = 5;
export const MAX_FIELD_LABEL = 45;
export const MAX_FIELD_DESCRIPTION = 100;
/** For a bot in a server without boosts. */
export const MAX_FILE = 10 * 1024 * 1024;
