package dev.ordinal.presets.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RealServers
class NetworkTest {
    @Test
    void pods_that_leave_take_no_answer_of_the_others_with_them() throws Exception {
        try (Network network = new Network()) {
            List<Network.Place> places = Stream.generate(network::join).limit(3).toList();
            byte[] before = hardwareAddress(network);
            for (Network.Place place : places) {
                network.leave(place);
                assertThat(hardwareAddress(network)).isEqualTo(before);
            }
        }
    }

    /** Where pods send what is for this machine; they go on doing so for as long as half a minute when it has changed. */
    private static byte[] hardwareAddress(Network network) throws Exception {
        return NetworkInterface.getByInetAddress(InetAddress.getByName(network.gateway()))
                .getHardwareAddress();
    }
}
