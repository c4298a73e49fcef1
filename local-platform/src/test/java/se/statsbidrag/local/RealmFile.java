package se.statsbidrag.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Keycloak's realm file must hold for {@link DemonstrationPeople}: tokens as the local identity provider's. */
final class RealmFile {

    static final String SCOPE = "statsbidrag";
    private static final String PERSON = "statsbidrag-person";
    private static final String MACHINE = "statsbidrag-machine";
    private static final List<String> PAGES =
            List.of("${STATSBIDRAG_PAGES_OVERVIEW}", "${STATSBIDRAG_PAGES_CASES}", "${STATSBIDRAG_PAGES_MONEY}");
    private static final String OPENID_CONNECT = "openid-connect";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RealmFile() {}

    static JsonNode of(List<DemonstrationPerson> all) {
        Map<String, Object> realm = new LinkedHashMap<>();
        realm.put("realm", "statsbidrag");
        realm.put("displayName", "Statsbidrag (demonstration)");
        realm.put("enabled", true);
        realm.put("sslRequired", "external");
        realm.put("registrationAllowed", false);
        realm.put("resetPasswordAllowed", false);
        realm.put("bruteForceProtected", true);
        realm.put("accessTokenLifespan", 300);
        realm.put("ssoSessionIdleTimeout", 1800);
        realm.put("ssoSessionMaxLifespan", 28800);
        realm.put("internationalizationEnabled", true);
        realm.put("supportedLocales", List.of("sv", "en"));
        realm.put("defaultLocale", "sv");
        realm.put(
                "roles",
                Map.of(
                        "realm",
                        all.stream()
                                .map(DemonstrationPerson::role)
                                .distinct()
                                .map(role -> Map.of("name", role))
                                .toList()));
        realm.put("components", Map.of("org.keycloak.userprofile.UserProfileProvider", List.of(userProfile())));
        realm.put("clientScopes", List.of(scope(), authentication(PERSON, all), authentication(MACHINE, all)));
        realm.put("defaultDefaultClientScopes", List.of(SCOPE));
        List<DemonstrationPerson> withClient =
                all.stream().filter(RealmFile::hasClient).toList();
        realm.put(
                "clients",
                Stream.concat(Stream.of(pages()), withClient.stream().map(RealmFile::client))
                        .toList());
        realm.put(
                "users",
                Stream.concat(
                                all.stream()
                                        .filter(DemonstrationPeople.people()::contains)
                                        .map(RealmFile::user),
                                withClient.stream().map(RealmFile::serviceAccount))
                        .toList());
        return JSON.valueToTree(realm);
    }

    /** Whether it can act without a browser: the many of municipalities cannot, since Keycloak takes in clients slowly. */
    static boolean hasClient(DemonstrationPerson person) {
        return !person.municipal();
    }

    /** As the file has it: one of many clients or users a line. */
    static String text(JsonNode realm) {
        StringJoiner fields = new StringJoiner(",\n", "{\n", "\n}\n");
        realm.properties()
                .forEach(field ->
                        fields.add(JSON.valueToTree(field.getKey()) + ": " + text(field.getKey(), field.getValue())));
        return fields.toString();
    }

    private static String text(String name, JsonNode value) {
        return name.equals("clients") || name.equals("users")
                ? value.valueStream().map(JsonNode::toString).collect(Collectors.joining(",\n", "[\n", "\n]"))
                : value.toPrettyString();
    }

    private static Map<String, Object> userProfile() {
        Map<String, Object> profile = Map.of(
                "attributes",
                List.of(
                        Map.of("name", "username", "displayName", "${username}", "permissions", ownersAndAdmins()),
                        Map.of("name", "email", "displayName", "${email}", "permissions", ownersAndAdmins()),
                        Map.of("name", "firstName", "displayName", "${firstName}", "permissions", ownersAndAdmins()),
                        Map.of("name", "lastName", "displayName", "${lastName}", "permissions", ownersAndAdmins()),
                        Map.of("name", "organisationNumbers", "multivalued", true, "permissions", adminsOnly()),
                        Map.of("name", "reporters", "multivalued", true, "permissions", adminsOnly())));
        return Map.of(
                "providerId",
                "declarative-user-profile",
                "config",
                Map.of(
                        "kc.user.profile.config",
                        List.of(JSON.valueToTree(profile).toString())));
    }

    private static Map<String, Object> ownersAndAdmins() {
        return Map.of("view", List.of("admin", "user"), "edit", List.of("admin"));
    }

    private static Map<String, Object> adminsOnly() {
        return Map.of("view", List.of("admin"), "edit", List.of("admin"));
    }

    /** What every token says. */
    private static Map<String, Object> scope() {
        return scope(
                SCOPE,
                "Who the caller is to Statsbidrag",
                List.of(
                        mapper(
                                "audience",
                                "oidc-audience-mapper",
                                Map.of(
                                        "included.custom.audience", DemonstrationPerson.AUDIENCE,
                                        "access.token.claim", "true",
                                        "id.token.claim", "false")),
                        mapper(
                                "roles",
                                "oidc-usermodel-realm-role-mapper",
                                Map.of("multivalued", "true", "jsonType.label", "String"),
                                "roles"),
                        attribute("organisationNumbers"),
                        attribute("reporters")));
    }

    /** What the tokens of all people, or of all machines, say of how they signed in. */
    private static Map<String, Object> authentication(String scope, List<DemonstrationPerson> all) {
        DemonstrationPerson anyOfThem = all.stream()
                .filter(person -> scope.equals(authentication(person)))
                .findFirst()
                .orElseThrow();
        return scope(
                scope,
                "How the caller showed who it is",
                List.of(
                        fixed("acr", "String", anyOfThem.assurance()),
                        fixed(
                                "amr",
                                "JSON",
                                JSON.valueToTree(anyOfThem.methods()).toString())));
    }

    private static String authentication(DemonstrationPerson person) {
        return person.machine() ? MACHINE : PERSON;
    }

    private static Map<String, Object> scope(String name, String description, List<Object> mappers) {
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("name", name);
        scope.put("description", description);
        scope.put("protocol", OPENID_CONNECT);
        scope.put("attributes", Map.of("include.in.token.scope", "false", "display.on.consent.screen", "false"));
        scope.put("protocolMappers", mappers);
        return scope;
    }

    private static Map<String, Object> attribute(String name) {
        return mapper(
                name,
                "oidc-usermodel-attribute-mapper",
                Map.of("user.attribute", name, "multivalued", "true", "jsonType.label", "String"),
                name);
    }

    /** People sign in here by code flow with PKCE; the client has no secret that a page could lose. */
    private static Map<String, Object> pages() {
        Map<String, Object> client = base(DemonstrationPeople.PAGES_CLIENT, PERSON);
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        client.put("serviceAccountsEnabled", false);
        client.put("redirectUris", PAGES.stream().map(place -> place + "/*").toList());
        client.put(
                "attributes",
                Map.of(
                        "pkce.code.challenge.method",
                        "S256",
                        "post.logout.redirect.uris",
                        PAGES.stream().map(place -> place + "/*").collect(Collectors.joining("##"))));
        client.put(
                "protocolMappers",
                List.of(
                        mapper("name", "oidc-full-name-mapper", both()),
                        mapper("sub", "oidc-sub-mapper", Map.of("access.token.claim", "true"))));
        return client;
    }

    /** A program's own client; and a person's, by which tests and command lines act as the person without a browser. */
    private static Map<String, Object> client(DemonstrationPerson person) {
        Map<String, Object> client = base(person.clientId(), authentication(person));
        client.put("publicClient", false);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", "${" + secretVariable(person) + "}");
        client.put("standardFlowEnabled", false);
        client.put("serviceAccountsEnabled", true);
        client.put("redirectUris", List.of());
        List<Object> mappers = new ArrayList<>();
        if (person.machine()) {
            mappers.add(mapper("sub", "oidc-sub-mapper", Map.of("access.token.claim", "true")));
        } else {
            mappers.add(fixed("sub", "String", person.subject().toString()));
            mappers.add(fixed("name", "String", String.valueOf(person.name())));
        }
        client.put("protocolMappers", mappers);
        return client;
    }

    /** The environment variable with a client's secret: one for each of our services, one for all of the demonstration's. */
    static String secretVariable(DemonstrationPerson person) {
        return person.role().equals("sister-service")
                ? "STATSBIDRAG_" + person.clientId().replace('-', '_').toUpperCase(Locale.ROOT) + "_SECRET"
                : "STATSBIDRAG_DEMONSTRATION_SECRET";
    }

    private static Map<String, Object> base(String clientId, String authentication) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", clientId);
        client.put("enabled", true);
        client.put("protocol", OPENID_CONNECT);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("fullScopeAllowed", true);
        client.put("defaultClientScopes", List.of(SCOPE, authentication));
        client.put("optionalClientScopes", List.of());
        return client;
    }

    private static Map<String, Object> fixed(String claim, String type, String value) {
        return mapper(
                claim, "oidc-hardcoded-claim-mapper", Map.of("claim.value", value, "jsonType.label", type), claim);
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> settings, String claim) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("claim.name", claim);
        all.putAll(both());
        return mapper(name, kind, all);
    }

    private static Map<String, String> both() {
        return Map.of("access.token.claim", "true", "id.token.claim", "true", "userinfo.token.claim", "false");
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> settings) {
        Map<String, Object> mapper = new LinkedHashMap<>();
        mapper.put("name", name);
        mapper.put("protocol", OPENID_CONNECT);
        mapper.put("protocolMapper", kind);
        mapper.put("config", settings);
        return mapper;
    }

    /** Somebody who signs in at the page. */
    private static Map<String, Object> user(DemonstrationPerson person) {
        String[] names = String.valueOf(person.name()).split(" ", 2);
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", person.subject().toString());
        user.put("username", person.clientId());
        user.put("firstName", names[0]);
        user.put("lastName", names[1]);
        user.put("enabled", true);
        user.put("credentials", List.of(Map.of("type", "password", "value", "${STATSBIDRAG_DEMONSTRATION_PASSWORD}")));
        user.put("realmRoles", List.of(person.role()));
        user.put("attributes", attributes(person));
        return user;
    }

    private static Map<String, Object> serviceAccount(DemonstrationPerson person) {
        Map<String, Object> user = new LinkedHashMap<>();
        if (person.machine()) {
            user.put("id", person.subject().toString());
        }
        user.put("username", "service-account-" + person.clientId());
        user.put("serviceAccountClientId", person.clientId());
        user.put("enabled", true);
        user.put("realmRoles", List.of(person.role()));
        user.put("attributes", attributes(person));
        return user;
    }

    private static Map<String, Object> attributes(DemonstrationPerson person) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!person.organisationNumbers().isEmpty()) {
            attributes.put("organisationNumbers", person.organisationNumbers());
        }
        if (!person.reporters().isEmpty()) {
            attributes.put("reporters", person.reporters());
        }
        return attributes;
    }
}
