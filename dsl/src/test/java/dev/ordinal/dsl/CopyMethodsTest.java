package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every copy method of every word changes its own attribute and no other, and refuses null. */
class CopyMethodsTest {
    private static final ContainerSpec CONTAINER = ContainerSpec.named("c").image("i:1");
    private static final ClaimVolume CLAIM = VolumeSpec.claim("data", Size.gib(1));
    private static final Port PORT = Port.tcp("sql", 5432);

    static Stream<Object> words() {
        return Stream.of(
                StatefulApp.named("a").container(CONTAINER),
                CONTAINER,
                ContainerSecurity.restricted(),
                PodSecurity.restricted(),
                CLAIM,
                VolumeSpec.scratch("s"),
                VolumeSpec.files("f"),
                VolumeSpec.config("c", ConfigRef.named("x")),
                VolumeSpec.secret("s", SecretRef.named("x")),
                VolumeSpec.downward("d"),
                VolumeSpec.projected("p"),
                VolumeSpec.csi("c", "driver"),
                VolumeSpec.nfs("n", "server", "/"),
                VolumeSpec.hostPath("h", "/"),
                VolumeSpec.ephemeral("e", Size.gib(1)),
                VolumeSpec.existingClaim("e", "claim"),
                MountSpec.of(CLAIM, "/data"),
                ProbeSpec.tcp(PORT),
                SpreadSpec.overHosts(),
                AntiAffinitySpec.perHost(),
                Toleration.of("key"),
                DnsSpec.clusterFirst(),
                ServiceSpec.forClients(),
                HeadlessSpec.standard(),
                TrafficSpec.amongMembers(),
                AccountSpec.own(),
                JobSpec.named("j").schedule("@daily").container(CONTAINER));
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_copy_method_changes_its_attribute_only(Object word) throws ReflectiveOperationException {
        List<Method> copies = copyMethods(word.getClass());
        assertThat(copies).isNotEmpty();
        for (Method copy : copies) {
            Object sample = sample(copy.getGenericParameterTypes()[0]);
            Object changed = copy.invoke(word, sample);
            Map<String, Object> before = attributes(word);
            Map<String, Object> after = attributes(changed);
            before.remove(copy.getName());
            assertThat(after.remove(copy.getName())).as("what %s sets", copy).isEqualTo(String.valueOf(sample));
            assertThat(after).as("after %s", copy).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_copy_method_refuses_null(Object word) {
        copyMethods(word.getClass()).stream()
                .filter(copy -> !copy.getParameterTypes()[0].isPrimitive())
                .forEach(copy -> assertThatThrownBy(() -> copy.invoke(word, (Object) null))
                        .as("null for %s", copy)
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCauseInstanceOf(NullPointerException.class));
    }

    /** The generated methods with one argument that carry an attribute's name. */
    private static List<Method> copyMethods(Class<?> implementation) {
        Class<?> with = Stream.of(implementation.getInterfaces())
                .flatMap(i -> Stream.of(i.getInterfaces()))
                .filter(i -> i.getSimpleName().startsWith("With"))
                .findFirst()
                .orElseThrow();
        return Stream.of(with.getDeclaredMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()) && m.getParameterCount() == 1 && !m.isVarArgs())
                .filter(m -> m.getParameterTypes()[0] != Optional.class)
                .toList();
    }

    private static Map<String, Object> attributes(Object word) throws ReflectiveOperationException {
        Map<String, Object> values = new TreeMap<>();
        for (var field : word.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals("initShim")) {
                field.setAccessible(true);
                values.put(field.getName(), String.valueOf(field.get(word)));
            }
        }
        return values;
    }

    private static Object sample(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Iterable.class
                    ? new ArrayList<>(List.of(item(generic.getActualTypeArguments()[0])))
                    : Map.of("k", item(generic.getActualTypeArguments()[1]));
        }
        return item(type);
    }

    private static Object item(Type type) {
        return SAMPLES.entrySet().stream()
                .filter(sample -> type.getTypeName().replace("? extends ", "").equals(sample.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample for " + type.getTypeName()));
    }

    private static String name(Class<?> type) {
        return type.getTypeName();
    }

    private static final Map<String, Object> SAMPLES = Map.ofEntries(
            Map.entry(name(String.class), "other"),
            Map.entry("int", 7),
            Map.entry(name(Integer.class), 7),
            Map.entry("long", 7L),
            Map.entry(name(Long.class), 7L),
            Map.entry("boolean", true),
            Map.entry(name(Boolean.class), true),
            Map.entry(name(Duration.class), Duration.ofSeconds(7)),
            Map.entry(name(Size.class), Size.gib(7)),
            Map.entry(name(Cpu.class), Cpu.millis(7)),
            Map.entry(name(Port.class), Port.tcp("other", 7)),
            Map.entry(name(ContainerSpec.class), ContainerSpec.named("other").image("other:1")),
            Map.entry(name(ContainerSecurity.class), ContainerSecurity.unset()),
            Map.entry(name(PodSecurity.class), PodSecurity.unset()),
            Map.entry(name(VolumeSpec.class), VolumeSpec.scratch("other")),
            Map.entry(name(MountSpec.class), MountSpec.of(CLAIM, "/other")),
            Map.entry(name(DeviceSpec.class), new DeviceSpec(CLAIM, "/dev/other")),
            Map.entry(name(EnvSpec.class), new EnvSpec("OTHER", EnvSource.literal("other"))),
            Map.entry(name(EnvFromSpec.class), new EnvFromSpec(SecretRef.named("other"), "")),
            Map.entry(name(Issuer.class), Issuer.named("other")),
            Map.entry(name(CertificateSpec.class), CertificateSpec.into("other").by(Issuer.named("other"))),
            Map.entry(name(MonitorSpec.class), MonitorSpec.at(Port.tcp("other", 7))),
            Map.entry(name(ProbeSpec.class), ProbeSpec.exec("other")),
            Map.entry(name(ProbeAction.class), new ProbeAction.Exec(List.of("other"))),
            Map.entry(name(HookSpec.class), HookSpec.exec("other")),
            Map.entry(name(PullPolicy.class), PullPolicy.NEVER),
            Map.entry(name(PodManagement.class), PodManagement.PARALLEL),
            Map.entry(name(UpdateStrategy.class), UpdateStrategy.onDelete()),
            Map.entry(name(ClaimRetention.class), ClaimRetention.delete()),
            Map.entry(name(HeadlessSpec.class), HeadlessSpec.named("other")),
            Map.entry(name(ServiceSpec.class), ServiceSpec.forClients("other")),
            Map.entry(name(ServicePort.class), new ServicePort(PORT, 7, Optional.empty())),
            Map.entry(name(TrafficSpec.class), TrafficSpec.amongMembers().closedOut()),
            Map.entry(name(TrafficRule.class), new TrafficRule(Peer.anyone(), List.of())),
            Map.entry(name(Disruption.class), Disruption.unlimited()),
            Map.entry(name(AccountSpec.class), AccountSpec.own()),
            Map.entry(name(AccountRule.class), new AccountRule("", List.of("pods"), List.of(), List.of("get"))),
            Map.entry(name(SpreadSpec.class), SpreadSpec.over("other")),
            Map.entry(name(AntiAffinitySpec.class), AntiAffinitySpec.per("other")),
            Map.entry(name(Concurrency.class), Concurrency.REPLACE),
            Map.entry(
                    name(JobSpec.class),
                    JobSpec.named("other").schedule("@daily").container(CONTAINER)),
            Map.entry(name(Strictness.class), Strictness.HARD),
            Map.entry(name(NodeMatch.class), new NodeMatch("other", "Exists", List.of())),
            Map.entry(name(Toleration.class), Toleration.of("other")),
            Map.entry(name(DnsSpec.class), DnsSpec.only("10.0.0.1")),
            Map.entry(name(HostAlias.class), new HostAlias("10.0.0.1", List.of("other"))),
            Map.entry(name(SecretRef.class), SecretRef.named("other")),
            Map.entry(name(ConfigRef.class), ConfigRef.named("other")),
            Map.entry(name(FileItem.class), new FileItem("other", "other", Optional.empty())),
            Map.entry(name(Projection.class), new Projection.OfPod(Map.of("other", PodField.name()))),
            Map.entry(name(PodField.class), PodField.ip()),
            Map.entry(name(AccessMode.class), AccessMode.READ_WRITE_MANY),
            Map.entry(name(ClaimSource.class), ClaimSource.snapshot("other")),
            Map.entry(
                    "dev.ordinal.dsl.Edit<?>",
                    new Edit<>(io.fabric8.kubernetes.api.model.Service.class, Optional.empty(), service -> service)),
            Map.entry("io.fabric8.kubernetes.api.model.HasMetadata", new io.fabric8.kubernetes.api.model.ConfigMap()));
}
