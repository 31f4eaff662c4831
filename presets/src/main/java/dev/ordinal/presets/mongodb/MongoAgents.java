package dev.ordinal.presets.mongodb;

import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.part.Kubectl;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands for the agents of all members, in which {@code $pod} is each in turn.
 *
 * @param kubectl commands in the namespace
 * @param members whose agents
 */
record MongoAgents(Kubectl kubectl, List<Member> members) {
    String each(String command) {
        String pods = members.stream().map(Member::pod).collect(Collectors.joining(" "));
        return "for pod in " + pods + "; do " + command + "; done";
    }

    String inAgent(String command) {
        return kubectl.say("exec $pod -c " + MongoRenderer.AGENT + " -- " + command);
    }

    /** Whether each has in a file what a Secret has under a key. One that is away says so, lest it passed for one that agrees. */
    String have(String file, String secret, String key) {
        return "{ " + kubectl.secretValue(secret, key) + " | cksum; "
                + each(inAgent("sh -c 'cksum < " + file + "'") + " || echo $pod says nothing")
                + "; } | sort -u | wc -l | grep -q '^ *1$'";
    }
}
