package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what a document that cannot be parsed is about, so that a person knows which one is meant. */
final class UnreadName {
    private static final Pattern KIND = Pattern.compile("(?m)^[ {]*\"?kind\"?: *[\"']?([A-Za-z]{1,60})");
    private static final Pattern METADATA = Pattern.compile("(?m)^[ ]*\"?metadata\"?:");
    private static final Pattern NAME = Pattern.compile("(?m)^ +\"?name\"?: *[\"']?([A-Za-z0-9.-]{1,253})");

    private UnreadName() {}

    static ObjectRef of(Piece piece, int number) {
        Matcher kind = KIND.matcher(piece.text());
        if (!kind.find()) {
            return ObjectRef.of("Document", null, "#" + number);
        }
        Matcher metadata = METADATA.matcher(piece.text());
        Matcher name = NAME.matcher(piece.text());
        boolean named = metadata.find() && name.find(metadata.end());
        return ObjectRef.of(kind.group(1), null, named ? name.group(1) : "");
    }
}
