package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app cannot live without is a stage: leaving it out does not compile. */
class RequiredWordsTest {
    private static final String CONTAINER = "ContainerSpec.named(\"c\").image(\"i:1\")";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StatefulApp app = StatefulApp.named(\"a\").container(" + CONTAINER + ");",
                "StatefulApp app = StatefulApp.named(\"a\").container(" + CONTAINER + ").replicas(3).namespace(\"n\");",
                "ContainerSpec c = " + CONTAINER + ".port(Port.tcp(\"sql\", 1)).cpu(Cpu.millis(5));",
                "VolumeSpec v = VolumeSpec.claim(\"data\", Size.gib(1)).storageClass(\"fast\");",
                "JobSpec j = JobSpec.named(\"j\").schedule(\"@daily\").container(" + CONTAINER + ").backoffLimit(1);",
                "StatefulApp app = StatefulApp.named(\"a\").container(" + CONTAINER
                        + ").edit(io.fabric8.kubernetes.api.model.Service.class, s -> s);",
            })
    void a_whole_sentence_compiles(String sentence) {
        assertThat(compiles(sentence)).as(sentence).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StatefulApp app = StatefulApp.named(\"a\");",
                "StatefulApp app = StatefulApp.named(\"a\").replicas(3);",
                "StatefulApp app = StatefulApp.named(\"a\").container(ContainerSpec.named(\"c\"));",
                "ContainerSpec c = ContainerSpec.named(\"c\");",
                "ContainerSpec c = ContainerSpec.named(\"c\").port(Port.tcp(\"sql\", 1));",
                "VolumeSpec v = VolumeSpec.claim(\"data\");",
                "JobSpec j = JobSpec.named(\"j\").container(" + CONTAINER + ");",
                "JobSpec j = JobSpec.named(\"j\").schedule(\"@daily\");",
                "VolumeSpec v = VolumeSpec.claim(\"data\", 10);",
                "VolumeSpec v = VolumeSpec.secret(\"tls\");",
                "ContainerSpec c = " + CONTAINER + ".cpu(500);",
                "ContainerSpec c = " + CONTAINER + ".memory(\"1Gi\");",
                "ContainerSpec c = " + CONTAINER + ".mount(\"data\", \"/data\");",
                "ContainerSpec c = " + CONTAINER + ".ready(ProbeSpec.tcp(80));",
                // An edit must give back the object: a statement that only looks like a change is no edit.
                "StatefulApp app = StatefulApp.named(\"a\").container(" + CONTAINER
                        + ").edit(io.fabric8.kubernetes.api.model.Service.class, s -> s.setSpec(null));",
            })
    void half_a_sentence_does_not(String sentence) {
        assertThat(compiles(sentence)).as(sentence).isFalse();
    }

    private static boolean compiles(String sentence) {
        String source = "package snippet; import dev.ordinal.dsl.*; class Snippet { void m() { " + sentence + " } }";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///snippet/Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of(
                "-proc:none",
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Xlint:none",
                "-implicit:none");
        return compiler.getTask(new StringWriter(), null, diagnostic -> {}, options, null, List.of(file))
                .call();
    }
}
