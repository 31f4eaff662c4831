package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Namespace;
import dev.ordinal.presets.part.Storage;
import dev.ordinal.presets.part.Version;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who passes null is told which word it was. */
@SuppressWarnings("NullAway") // null is what these tests pass
class NullWordsTest {
    private static final Size DISK = gib(20);

    @Test
    void a_namespace_without_a_name_is_named() {
        assertNames("name", () -> Namespace.named(null));
        assertNames("name", () -> ZooKeeperEnsemble.named("zk").storage(DISK).namespace((String) null));
    }

    @Test
    void an_image_is_named() {
        assertNames("image", () -> Version.of("3.9.5").image(null));
    }

    @Test
    void a_storage_class_is_named() {
        assertNames("storageClass", () -> Storage.of(DISK).storageClass(null));
    }

    @Test
    void a_change_that_gives_back_nothing_is_named() {
        assertNames(
                "a change given to adjust gave back null in place of the app",
                () -> Manifest.of(ZooKeeperEnsemble.named("zk").storage(DISK).adjust(app -> null)));
    }

    private static void assertNames(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(message);
    }
}
