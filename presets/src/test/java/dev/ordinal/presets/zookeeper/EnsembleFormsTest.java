package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.Test;

@RealServers
class EnsembleFormsTest {
    private static final int TWO_MIB = 2 << 20;

    @Test
    void a_member_alone_is_alive_but_not_ready_and_three_form_an_ensemble_from_nothing() throws Exception {
        try (Ensemble ensemble = Ensemble.of(Ensemble.NEW.setting("jute.maxbuffer", "4194304"))) {
            ensemble.cluster().start("zk-1");
            Pod first = ensemble.cluster().pod("zk-1");
            ensemble.cluster().await("zk-1 alive", Duration.ofSeconds(30), first::lives);
            assertThat(first.answersReadiness()).isFalse();
            assertThat(first.ready()).isFalse();
            ensemble.tell("zk-1 alone: alive, not ready");

            ensemble.cluster().start("zk-2", "zk-3");
            ensemble.awaitReady();
            ensemble.assertOneLeader();
            ensemble.tell("all members are ready: " + ensemble.modes());
            assertThat(ensemble.cluster().pods())
                    .allMatch(Pod::answersReadiness)
                    .allMatch(Pod::answersLiveness);

            ensemble.write("zk-1", "/a", "/b");
            assertThat(ensemble.read("zk-2")).containsExactly("a", "b");
            assertThat(ensemble.read("zk-3")).containsExactly("a", "b");
            ensemble.tell("written on zk-1, read on zk-2 and zk-3");
            assertThat(first.metrics(7000)).contains("znode_count 7.0");

            ZKClientConfig large = Login.as("payments", Passwords.PAYMENTS);
            large.setProperty("jute.maxbuffer", "4194304");
            try (Client client = Client.of(first.address() + ":2181", large)) {
                client.keeper().create("/large", new byte[TWO_MIB], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            }
            assertThat(ensemble.read("zk-2")).contains("large");
            ensemble.tell("a node of twice the usual size is taken, as jute.maxbuffer says");
        }
    }
}
