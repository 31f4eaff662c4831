package dev.ordinal.core.yaml;

import java.io.Reader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Jackson's YAML parser, read one level deeper: as events, which still know how a scalar was quoted, where its line is and
 * what an anchor was called. Its tokens have lost all that, and have taken {@code on} for text.
 */
final class YamlEvents extends YAMLParser {
    private static final Factory FACTORY = new Factory();

    private YamlEvents(
            ObjectReadContext context,
            IOContext io,
            BufferRecycler buffers,
            int streamFeatures,
            int formatFeatures,
            LoadSettings settings,
            Reader reader) {
        super(context, io, buffers, streamFeatures, formatFeatures, settings, reader);
    }

    static YamlEvents of(String text) {
        return FACTORY._createParser(ObjectReadContext.empty(), FACTORY.context(), new ShortReads(text));
    }

    /** The next event; the engine's own exceptions if the text is no YAML from there on. */
    Event next() {
        return nextEvent();
    }

    private static final class Factory extends YAMLFactory {
        /** The length of a document is bounded before it comes here. */
        private static final LoadSettings SETTINGS = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(false)
                .build();

        IOContext context() {
            return _createContext(ContentReference.unknown(), true);
        }

        @Override
        protected YamlEvents _createParser(ObjectReadContext context, IOContext io, Reader reader) {
            return new YamlEvents(
                    context,
                    io,
                    _getBufferRecycler(),
                    context.getStreamReadFeatures(_streamReadFeatures),
                    context.getFormatReadFeatures(_formatReadFeatures),
                    SETTINGS,
                    reader);
        }
    }
}
