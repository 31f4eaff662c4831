package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.List;

/** The account that the pods run as, and what it may do. */
final class AccountRenderer {
    private AccountRenderer() {}

    static List<HasMetadata> render(StatefulApp app) {
        List<HasMetadata> objects = new ArrayList<>();
        AccountSpec account = app.account().orElse(null);
        if (account != null && account.existingName().isEmpty()) {
            objects.add(account(app, account));
        }
        if (account != null && !account.rules().isEmpty()) {
            objects.add(role(app, account));
            objects.add(binding(app, account));
        }
        return objects;
    }

    static boolean mountsToken(AccountSpec account) {
        return account.isTokenMounted().orElse(!account.rules().isEmpty());
    }

    /** The pods say for themselves whether they get a token; the account's own answer is no, for everybody else. */
    private static ServiceAccount account(StatefulApp app, AccountSpec spec) {
        ServiceAccount account = new ServiceAccount();
        account.setMetadata(Meta.of(app, Names.own(app), spec.annotations()));
        account.setAutomountServiceAccountToken(false);
        return account;
    }

    private static Role role(StatefulApp app, AccountSpec account) {
        Role role = new Role();
        role.setMetadata(Meta.of(app, Names.own(app)));
        role.setRules(account.rules().stream().map(AccountRenderer::rule).toList());
        return role;
    }

    private static PolicyRule rule(AccountRule spec) {
        PolicyRule rule = new PolicyRule();
        rule.setApiGroups(List.of(spec.apiGroup()));
        rule.setResources(spec.resources());
        rule.setResourceNames(spec.names());
        rule.setVerbs(spec.verbs());
        return rule;
    }

    private static RoleBinding binding(StatefulApp app, AccountSpec account) {
        Subject subject = new Subject();
        subject.setKind("ServiceAccount");
        subject.setName(account.existingName().orElse(Names.own(app)));
        subject.setNamespace(app.namespace().orElse(null));
        RoleBinding binding = new RoleBinding();
        binding.setMetadata(Meta.of(app, Names.own(app)));
        binding.setSubjects(List.of(subject));
        binding.setRoleRef(new RoleRef("rbac.authorization.k8s.io", "Role", Names.own(app)));
        return binding;
    }
}
