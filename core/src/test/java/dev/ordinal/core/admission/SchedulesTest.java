package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 3 * * *",
                "*/5 * * * *",
                "0-30/10 0,12 1 jan-MAR sun",
                "? ? ? ? ?",
                "5/10 * * * 6",
                " 0  3 * * * ",
                "@daily",
                "@every 1h30m",
                "0 0 31 2 *"
            })
    void a_schedule_is_accepted(String text) {
        assertThat(Schedules.isSchedule(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 7",
                "5-1 * * * *",
                "*/0 * * * *",
                "1-2-3 * * * *",
                "*/1/2 * * * *",
                "x * * * *",
                "-1 * * * *",
                "@reboot",
                "@every",
                "@every soon"
            })
    void anything_else_is_refused(String text) {
        assertThat(Schedules.isSchedule(text)).isFalse();
    }

    @Property
    void any_text_at_all_is_read_without_a_throw(@ForAll String text) {
        Schedules.isSchedule(text);
        Schedules.isSchedule(text + " * * * *");
    }
}
