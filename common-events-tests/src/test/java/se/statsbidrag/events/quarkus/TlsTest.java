package se.statsbidrag.events.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.smallrye.certs.PemCertificateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.local.test.LocalPartsResource;

/** A service with the settings of docs/operations.md speaks TLS 1.2 and 1.3 and nothing else. */
@QuarkusTest
@TestProfile(TlsTest.WithTls.class)
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = {@ResourceArg(name = "database", value = "tls"), @ResourceArg(name = "kafka", value = "false")},
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SourcePort.class, restrictToAnnotatedClass = true)
class TlsTest {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int PROTOCOL_VERSION = 70;

    /** A self-made certificate, and the settings that an operator gives a service. */
    public static final class WithTls implements QuarkusTestProfile {
        private static final String TRUSTED = "test.tls.trusted";

        @Override
        public Map<String, String> getConfigOverrides() {
            PemCertificateFiles files = certificate();
            return Map.of(
                    "quarkus.tls.key-store.pem.service.cert",
                    files.certFile().toString(),
                    "quarkus.tls.key-store.pem.service.key",
                    files.keyFile().toString(),
                    "quarkus.tls.protocols",
                    "TLSv1.3,TLSv1.2",
                    "quarkus.http.insecure-requests",
                    "disabled",
                    "quarkus.http.test-port",
                    freePort(),
                    "quarkus.http.test-ssl-port",
                    freePort(),
                    TRUSTED,
                    files.trustFile().toString(),
                    "kafka.bootstrap.servers",
                    "127.0.0.1:1");
        }

        private static PemCertificateFiles certificate() {
            try {
                Path directory = Files.createTempDirectory(Path.of("target"), "tls-");
                return (PemCertificateFiles) new CertificateGenerator(directory, true)
                        .generate(new CertificateRequest()
                                .withName("service")
                                .withCN("localhost")
                                .withSubjectAlternativeName("DNS:localhost")
                                .withDuration(Duration.ofDays(1))
                                .withFormat(Format.PEM))
                        .getFirst();
            } catch (Exception e) {
                throw new IllegalStateException("no certificate could be made", e);
            }
        }

        private static String freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static int tlsPort() {
        return Integer.parseInt(setting("quarkus.http.test-ssl-port"));
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "service", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoTrustsTheCertificateIsServed(String protocol) throws Exception {
        SSLContext context = trusting(Path.of(setting(WithTls.TRUSTED)));
        var parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .build()) {
            HttpResponse<String> answer = get(client, "https://localhost:" + tlsPort() + "/test/v1/api-info");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo(protocol));
        }
    }

    @Test
    void whoDoesNotTrustTheCertificateSendsNothing() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> get(client, "https://localhost:" + tlsPort() + "/test/v1/api-info"));
        }
    }

    @Test
    void plainHttpIsNotServedAtAll() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() ->
                            get(client, "http://localhost:" + setting("quarkus.http.test-port") + "/test/v1/api-info"));
            assertThat(catchThrowable(() -> get(client, "http://localhost:" + tlsPort() + "/test/v1/api-info")))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ClientHello.TLS_1_0, ClientHello.TLS_1_1})
    void olderVersionsAreRefused(int version) throws Exception {
        byte[] answer = answerTo(ClientHello.of(version));

        assertThat(answer[0]).isEqualTo((byte) ALERT);
        assertThat(answer[6]).isEqualTo((byte) PROTOCOL_VERSION);
    }

    @Test
    void sameGreetingInTls12IsAnswered() throws Exception {
        assertThat(answerTo(ClientHello.of(ClientHello.TLS_1_2))[0]).isEqualTo((byte) HANDSHAKE);
    }

    private static byte[] answerTo(byte[] hello) throws IOException {
        try (Socket socket = new Socket("localhost", tlsPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(hello);
            return socket.getInputStream().readNBytes(7);
        }
    }
}
