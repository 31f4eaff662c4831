package dev.ordinal.presets.zookeeper;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.server.auth.DigestLoginModule;
import org.jspecify.annotations.Nullable;

/** What clients of this process show: each names its own section, where a program would have a file of its own. */
final class Login extends Configuration {
    private static final Map<String, AppConfigurationEntry[]> SECTIONS = new ConcurrentHashMap<>();

    static {
        Configuration.setConfiguration(new Login());
    }

    private Login() {}

    /** Shows nothing. */
    static ZKClientConfig none() {
        return new ZKClientConfig();
    }

    static ZKClientConfig as(String user, String password) {
        return of(new AppConfigurationEntry(
                DigestLoginModule.class.getName(),
                LoginModuleControlFlag.REQUIRED,
                Map.of("username", user, "password", password)));
    }

    /** What a JAAS file says of its section {@code Client}. */
    static ZKClientConfig of(AppConfigurationEntry... entries) {
        String section = "Client-" + SECTIONS.size();
        SECTIONS.put(section, entries);
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.LOGIN_CONTEXT_NAME_KEY, section);
        config.setProperty("zookeeper.fips-mode", "false");
        return config;
    }

    @Override
    public AppConfigurationEntry @Nullable [] getAppConfigurationEntry(String name) {
        return SECTIONS.get(name);
    }
}
