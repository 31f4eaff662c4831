package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 1,007 objects as a real server gave them back: what it filled in is no change, read either way. */
class LiveConformanceTest {
    @Test
    void sending_again_what_was_sent_changes_nothing() {
        List<String> changes = new ArrayList<>();
        int same = 0;
        List<Map<?, ?>> lines = Recording.lines("live.jsonl.gz");
        for (Map<?, ?> line : lines) {
            Manifest live = Recording.manifest(line.get("live"));
            same += told(Change.between(live, Recording.sent(line)), line, changes) ? 1 : 0;
        }
        System.out.printf("live objects that what was sent does not change: %d of %d%n", same, lines.size());

        assertThat(changes).isEmpty();
    }

    @Test
    void sending_what_the_server_gave_back_changes_nothing() {
        List<String> changes = new ArrayList<>();
        for (Map<?, ?> line : Recording.lines("live.jsonl.gz")) {
            Manifest live = Recording.manifest(line.get("live"));
            told(Change.between(Recording.sent(line), live), line, changes);
            told(Change.between(live, live), line, changes);
        }

        assertThat(changes).isEmpty();
    }

    private static boolean told(Change change, Map<?, ?> line, List<String> changes) {
        if (change.isEmpty() && change.report().isEmpty()) {
            return true;
        }
        changes.add(line.get("base") + " " + line.get("edits") + " " + change.fields() + change.objects()
                + change.report());
        return false;
    }
}
