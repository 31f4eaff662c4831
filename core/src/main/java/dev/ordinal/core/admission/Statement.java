package dev.ordinal.core.admission;

/** The true statements that the judge defends: the names of its findings. */
enum Statement {
    REQUIRED_FIELD_IS_SET,
    FIELD_IS_ALLOWED_HERE,
    FIELDS_FIT_TOGETHER,
    ONE_SOURCE_IS_GIVEN,
    VALUE_IS_KNOWN,
    NUMBER_IS_IN_RANGE,
    NAME_IS_WELL_FORMED,
    NAME_IS_UNIQUE,
    LABEL_IS_WELL_FORMED,
    ANNOTATION_IS_WELL_FORMED,
    SELECTOR_IS_WELL_FORMED,
    SELECTOR_MATCHES_TEMPLATE,
    PORT_IS_WELL_FORMED,
    ADDRESS_IS_WELL_FORMED,
    QUANTITY_IS_ALLOWED,
    PATH_STAYS_INSIDE,
    REFERENCE_RESOLVES,
    SIZE_IS_WITHIN_LIMIT,
    TEXT_IS_WELL_FORMED;

    private final String spelling = camelCase(name());

    private static String camelCase(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return spelling;
    }
}
