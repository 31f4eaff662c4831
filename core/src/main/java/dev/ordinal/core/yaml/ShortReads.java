package dev.ordinal.core.yaml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * A text that is never read as fully as was asked. The YAML engine asks for as much as its buffer holds, and then for the
 * second half of a character whose first half came last: there is room for that only while the buffer is not full.
 */
final class ShortReads extends FilterReader {
    ShortReads(String text) {
        super(new StringReader(text));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.max(1, length - 1));
    }
}
