package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "DNS_LABEL, 0db, true",
        "DNS_LABEL, a.b, false",
        "DNS_LABEL, db-, false",
        "DNS_LABEL, Db, false",
        "DNS_LABEL, '', false",
        "DNS_SUBDOMAIN, a.b-c.d, true",
        "DNS_SUBDOMAIN, a..b, false",
        "DNS_SUBDOMAIN, a_b, false",
        "SEARCH_DOMAIN, _tcp.a_b.c, true",
        "SEARCH_DOMAIN, a_.c, false",
        "PATH_SEGMENT, 'system:Any thing', true",
        "PATH_SEGMENT, .., false",
        "PATH_SEGMENT, a%b, false",
        "PORT_NAME, 8080-web, true",
        "PORT_NAME, 8080, false",
        "PORT_NAME, a--b, false",
        "PORT_NAME, sixteen-letters-, false",
        "QUALIFIED, example.com/My_Name, true",
        "QUALIFIED, Example.com/name, false",
        "QUALIFIED, a/b/c, false",
        "QUALIFIED, /b, false",
        "LABEL_VALUE, '', true",
        "LABEL_VALUE, v1.2_3, true",
        "LABEL_VALUE, -v, false",
        "CONFIG_KEY, .bashrc, true",
        "CONFIG_KEY, ..data, false",
        "CONFIG_KEY, a/b, false",
        "ENVIRONMENT, 1 strange-name., true",
        "ENVIRONMENT, a=b, false",
        "HTTP_HEADER, X-Probe, true",
        "HTTP_HEADER, X_Probe, false",
        "SYSCTL, net.ipv4.tcp_syncookies, true",
        "SYSCTL, net/core/somaxconn, true",
        "SYSCTL, net..core, false",
        "SYSCTL, Net.core, false"
    })
    void a_rule_accepts_what_the_server_accepts(Names rule, String text, boolean accepted) {
        assertThat(rule.accepts(text)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "DNS_LABEL, My_DB, write my-db",
        "DNS_LABEL, a.b, write a-b",
        "DNS_SUBDOMAIN, -Orders.DB-, write orders.db",
        "PORT_NAME, client-connections, write client-connecti",
        "LABEL_VALUE, v1/2, write v1-2",
        "DNS_LABEL, ---, 'write 1 to 63 lower-case letters, digits and dashes, with no dash at an end'"
    })
    void a_broken_name_is_mended_where_something_is_left_of_it(Names rule, String broken, String fix) {
        assertThat(rule.fix(broken)).isEqualTo(fix);
    }

    @Property
    void a_mended_name_is_always_accepted(@ForAll Names rule, @ForAll String text) {
        String fix = rule.fix(text);

        assertThat(fix.equals("write " + rule.words()) || rule.accepts(fix.substring("write ".length())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"db-, da", "d-, a", "-, -", "db, db"})
    void a_prefix_is_checked_as_if_more_followed_its_dash(String prefix, String seen) {
        assertThat(Names.asPrefix(prefix)).isEqualTo(seen);
    }
}
