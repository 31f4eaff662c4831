package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes that must be UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** The first place that is no UTF-8. */
    static Optional<Diagnostic> faultIn(byte[] bytes, String source) {
        int at = validLength(bytes);
        if (at == bytes.length) {
            return Optional.empty();
        }
        boolean wide = bytes.length > 1 && at == 0 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
        String before = new String(bytes, 0, at, StandardCharsets.UTF_8);
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return Optional.of(Faults.error(
                        ObjectRef.of("Text", null, source),
                        "ReadableYaml",
                        "",
                        String.format("the byte 0x%02X", bytes[at] & 0xFF),
                        "the text is not UTF-8" + (wide ? " but UTF-16" : "")
                                + ", and the API server reads nothing else",
                        "save the file as UTF-8")
                .at(new Position(source, line, 1 + before.codePointCount(lineStart, before.length()))));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int validLength(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (decoder.decode(in, out, true).isOverflow()) {
            out.clear();
        }
        return in.position();
    }
}
