package se.statsbidrag.local.demo;

import java.net.URI;
import java.nio.file.Path;
import se.statsbidrag.local.LocalSystem;

/**
 * Where the three services and the identity provider answer.
 *
 * @param requisition without a path, for example {@code http://127.0.0.1:8081}
 * @param allocation for example {@code http://127.0.0.1:8082}
 * @param reporting for example {@code http://127.0.0.1:8083}
 * @param issuer the identity provider's, for example {@code http://localhost:8084/statsbidrag}
 * @param bank the folder that stands for the bank
 */
public record ServiceAddresses(URI requisition, URI allocation, URI reporting, URI issuer, Path bank) {

    /** The addresses of a local system's services. */
    public static ServiceAddresses of(LocalSystem system) {
        return new ServiceAddresses(
                system.requisition().address(),
                system.allocation().address(),
                system.reporting().address(),
                system.identity().issuer(),
                system.bankFolder());
    }
}
