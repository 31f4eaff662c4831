package dev.ordinal.core.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into nodes: any number of values, one after the other. */
final class JsonNodes {
    /** The length and depth of a document are bounded elsewhere, and names are not worth keeping. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 1)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Piece piece;
    private final JsonParser parser;
    private int depth;

    private JsonNodes(Piece piece, JsonParser parser) {
        this.piece = piece;
        this.parser = parser;
    }

    static List<Node> of(Piece piece) throws SyntaxFault {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), piece.text())) {
            List<Node> roots = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                roots.add(new JsonNodes(piece, parser).node(token));
            }
            return roots;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            int line = place == null ? piece.line() : piece.line() + Math.max(1, place.getLineNr()) - 1;
            int column = place == null ? 1 : Math.max(1, place.getColumnNr());
            throw JsonHints.of(String.valueOf(e.getOriginalMessage()), line, column);
        }
    }

    private Node node(JsonToken token) throws SyntaxFault {
        int line = line();
        int column = column();
        if (token.isStructStart()) {
            if (++depth > Limits.DEPTH) {
                throw YamlNodes.tooDeep(line, column);
            }
            Node node = token == JsonToken.START_OBJECT ? fields(line, column) : items(line, column);
            depth--;
            return node;
        }
        String text = parser.getString();
        return switch (token) {
            case VALUE_NULL -> new Node.Scalar(null, text, line, column);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(token == JsonToken.VALUE_TRUE, text, line, column);
            case VALUE_NUMBER_INT -> new Node.Scalar(integer(text), text, line, column);
            case VALUE_NUMBER_FLOAT -> new Node.Scalar(decimal(text, line, column), text, line, column);
            default -> new Node.Scalar(text, text, line, column);
        };
    }

    private Node items(int line, int column) throws SyntaxFault {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Items(items, line, column);
    }

    private Node fields(int line, int column) throws SyntaxFault {
        List<Node.Entry> entries = new ArrayList<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int nameLine = line();
            int nameColumn = column();
            entries.add(new Node.Entry(name, node(parser.nextToken()), nameLine, nameColumn));
        }
        return new Node.Fields(entries, line, column);
    }

    private static Number integer(String text) {
        BigInteger value = new BigInteger(text.substring(0, Math.min(text.length(), Limits.DIGITS)));
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        } else if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }

    private static BigDecimal decimal(String text, int line, int column) throws SyntaxFault {
        try {
            if (text.length() <= Limits.DIGITS && Double.isFinite(Double.parseDouble(text))) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // an exponent that even a BigDecimal cannot hold: out of range all the same
        }
        throw new SyntaxFault(
                line, column, Quoted.plain(text), "no number of that size can be read", "write a smaller number");
    }

    private int line() {
        return piece.line() + parser.currentTokenLocation().getLineNr() - 1;
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }
}
