package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No small value can be made with null, and the refusal says which part it was. */
class NullTest {
    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.ordinal.dsl").stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Stream.of(type.getRecordComponents())
                                .anyMatch(part -> !part.getType().isPrimitive()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void null_is_refused_by_name(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].getType().isPrimitive()) {
                Object[] arguments = Stream.of(parts).map(NullTest::sample).toArray();
                arguments[i] = null;
                assertThatThrownBy(() -> constructor.newInstance(arguments))
                        .as("%s without %s", type.getSimpleName(), parts[i].getName())
                        .isInstanceOf(InvocationTargetException.class)
                        .hasRootCauseInstanceOf(NullPointerException.class)
                        .hasRootCauseMessage(parts[i].getName());
            }
        }
        assertThat(parts).isNotEmpty();
    }

    /** Something that is not null; what it says does not matter, because the null is found first. */
    private static Object sample(RecordComponent part) {
        Class<?> type = part.getType();
        if (type == String.class) {
            return "x";
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == boolean.class) {
            return true;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == Optional.class) {
            return Optional.empty();
        }
        return SAMPLES.stream().filter(type::isInstance).findFirst().orElseThrow(() -> new AssertionError(type));
    }

    private static final List<Object> SAMPLES = List.of(
            Port.tcp("x", 1),
            Port.Protocol.TCP,
            EnvSource.literal("x"),
            SecretRef.named("x"),
            ConfigRef.named("x"),
            VolumeSpec.files("x"),
            Peer.anyone(),
            java.time.Duration.ofSeconds(1),
            new io.fabric8.kubernetes.api.model.IntOrString(1),
            io.fabric8.kubernetes.api.model.Service.class,
            (java.util.function.UnaryOperator<Object>) object -> object);
}
