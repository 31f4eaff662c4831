package dev.ordinal.presets.mysql;

import static java.util.Objects.requireNonNull;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.SecretRef;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.Word;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.part.NeedsStorage;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.part.Resources;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.part.Storage;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Version;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A MySQL database on the official image: by default three members in Group Replication, which elect their primary and fail
 * over by themselves.
 *
 * <pre>{@code
 * MySqlCluster orders = MySqlCluster.named("orders").storage(gib(20)).namespace("shop");
 * System.out.print(Manifest.of(orders).yaml());
 * }</pre>
 *
 * <p><b>Render it twice.</b> A new cluster starts with empty disks, and has to be allowed to. As soon as all members are ready,
 * render it {@link #sealed()} and apply it again: no pod restarts, but from then on empty disks alone never become an empty
 * database that looks healthy. Who starts the group is decided by what all members know, never by a number: member 0 with
 * a lost disk copies the data of the others as any other does.
 *
 * <p><b>Services.</b> {@code <name>} leads to the primary, {@code <name>-read} to every member that is in touch with a majority.
 * In a group the primary changes, and only a label on its pod can tell a Service so; each member writes its own, which is why the
 * pods have an account that may {@code patch} these very pods and nothing else. No proxy, and so no second thing to fail over:
 * a primary that dies is shut out after five seconds of silence, and the next one enters the Service within seconds of its election.
 * Where the primary is named, a pod's own label is enough, and there is no account.
 *
 * <p><b>Passwords</b> come from the Secret {@link #passwords()} with the keys {@code root}, {@code replication}, and {@code
 * application}, {@code metrics} and {@code backup} as far as they are asked for.
 *
 * <p>The run book, {@link #runBook()}, tells what to do when. With a {@link #backup()} it also goes back to a point in time, as it
 * was before a transaction of the last week: a second server takes a dump from before and follows a member up to there. That
 * needs a member that has its disk; when all are lost, the last dump is what there is.
 *
 * <p>What is proven was run with a real server of the series 9.7, which 8.4 was not: members, backup job, restore, the way back
 * and upgrade by the run book (to another tag of the same server), and an exporter of metrics, in Debian's version 0.19
 * instead of the image's 0.18.
 */
@Word
@Value.Immutable
public interface MySqlCluster extends WithMySqlCluster, Preset<MySqlCluster> {
    /** A cluster of that name. The size of its disks must follow. */
    static NeedsStorage<MySqlCluster> named(String name) {
        return storage -> ImmutableMySqlCluster.of(name, storage);
    }

    /** The name of the StatefulSet and of the Service for writers. */
    @Override
    String name();

    /** The disk of each member, for data, logs, and a week of binary logs. */
    @Override
    Storage storage();

    /** How the members belong together, and how many there are. Default: a group of 3, which survives the loss of one. */
    @Value.Default
    default MySqlTopology topology() {
        return MySqlTopology.group(3);
    }

    /** The version, and the image it comes in: of the series 8.4 or 9.7. Default: 9.7.2. */
    @Override
    @Value.Default
    default Version version() {
        return Version.of(MySqlVersions.IMAGE.version());
    }

    /**
     * Memory of each member is request and limit; buffer pool, caches and connections follow from it. There is no limit of CPU.
     * Default: 2 GiB, half a core.
     */
    @Override
    @Value.Default
    default Resources resources() {
        return new Resources(Size.gib(2), Cpu.millis(500));
    }

    /** The Secret with the passwords, by key. Default: {@code <name>-passwords}. */
    Optional<SecretRef> passwords();

    /**
     * A database that is made once the cluster is there, with a user of the same name who may do everything in it, and whose
     * password is the key {@code application}. Default: none.
     */
    Optional<String> database();

    /**
     * A Secret of type {@code kubernetes.io/tls} with {@code tls.crt}, {@code tls.key} and {@code ca.crt}, for the names that {@link
     * #certificateNames()} lists. Members then check each other's names, and clients must use TLS. Default: none; members
     * encrypt with certificates that they make themselves, and clients may.
     *
     * <p>What is renewed in the Secret is taken up without a restart: new connections get it at most 10 seconds after the kubelet
     * has brought it into the pods, which takes a minute or two. What others would not trust stays out: the log says why, and
     * the old certificate stays in use. The run book tells how to see it, and how to change the authority.
     */
    @Override
    Optional<Tls> tls();

    /** Metrics of an exporter beside each member, at port 9104. Default: none. */
    @Override
    Optional<Metrics> metrics();

    /**
     * A dump of all databases, again and again. It says which transactions it holds; for that, the member that it is taken of waits
     * for running statements at the start, and holds new ones up until then. Default: none.
     */
    Optional<Backup> backup();

    /**
     * How clients outside of the Kubernetes cluster reach each member. Which one takes writes changes in a group, so such a client
     * is told all addresses and looks for itself. Default: they do not.
     */
    @Override
    Optional<ExternalAccess> external();

    /** With passwords from a Secret of that name. */
    default MySqlCluster passwords(String secretName) {
        return passwords(SecretRef.named(secretName));
    }

    /** One line of {@code my.cnf}, such as {@code setting("long_query_time", "2")}; hyphens are the same as underscores. */
    @Override
    default MySqlCluster setting(String key, String value) {
        return Preset.super.setting(requireNonNull(key, "key").replace('-', '_'), value);
    }

    /** The names that a certificate of {@link #tls} must be good for: of members, of Services, and those outside. */
    @Override
    default List<String> certificateNames() {
        return MySqlNames.certificate(this);
    }

    /** What to do with it once it is rendered, with its real names. */
    @Override
    default RunBook runBook() {
        return MySqlRunBook.of(this);
    }

    /** One step down: the same in the language of applications, to go on from there. */
    default StatefulApp app() {
        return MySqlRenderer.app(this);
    }

    /** {@inheritDoc} */
    @Override
    default List<StatefulApp> apps() {
        return List.of(app());
    }

    /** {@inheritDoc} */
    @Override
    default List<Diagnostic> findings() {
        return MySqlRules.check(this);
    }
}
