package se.statsbidrag.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs a person in as the pages do, by code flow with PKCE, in the place of page and browser. */
final class PagesSignIn {

    static final String VERIFIER = "a-word-that-only-the-one-who-asked-knows-0123456789";
    private static final String RETURN_TO = "http://localhost:8083/after";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new BrowsersCookies()).build();
    private final JsonNode provider;

    /** As browsers do, sends cookies that are for safe connections to this machine without TLS too. */
    private static final class BrowsersCookies extends CookieManager {
        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    PagesSignIn(URI issuer) throws IOException, InterruptedException {
        provider = JSON.readTree(browser.send(
                        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    /** Where the person is sent to sign in. */
    URI authorize() throws NoSuchAlgorithmException {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return authorize(Map.of("code_challenge", challenge, "code_challenge_method", "S256"));
    }

    URI authorize(Map<String, String> challenge) {
        Map<String, String> fields = new LinkedHashMap<>(challenge);
        fields.put("response_type", "code");
        fields.put("client_id", DemonstrationPeople.PAGES_CLIENT);
        fields.put("redirect_uri", RETURN_TO);
        fields.put("scope", "openid");
        fields.put("state", "s");
        return URI.create(provider.path("authorization_endpoint").asText() + "?" + form(fields));
    }

    HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The code in the redirect that answers a sign-in. */
    static String code(HttpResponse<String> answer) {
        String back = answer.headers().firstValue("location").orElse("");
        Matcher code = Pattern.compile("^" + Pattern.quote(RETURN_TO) + "\\?.*\\bcode=([^&]+)")
                .matcher(back);
        if (!code.find() || !back.contains("state=s")) {
            throw new AssertionError("status " + answer.statusCode() + ", sent to " + back + ": " + answer.body());
        }
        return code.group(1);
    }

    /** What the provider answers who shows this code. */
    JsonNode tokens(String code, String verifier) throws IOException, InterruptedException {
        return tokens(Map.of(
                "grant_type", "authorization_code",
                "client_id", DemonstrationPeople.PAGES_CLIENT,
                "code", code,
                "redirect_uri", RETURN_TO,
                "code_verifier", verifier));
    }

    /** What the provider answers when the session goes on after the first tokens have expired. */
    JsonNode renewed(String refreshToken) throws IOException, InterruptedException {
        return tokens(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                DemonstrationPeople.PAGES_CLIENT,
                "refresh_token",
                refreshToken));
    }

    private JsonNode tokens(Map<String, String> request) throws IOException, InterruptedException {
        return JSON.readTree(send(URI.create(provider.path("token_endpoint").asText()), request)
                .body());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
