package se.statsbidrag.events.log;

/**
 * What makes a command the same command when it is sent again.
 *
 * @param client who sent it, an opaque id
 * @param method such as {@code PUT}
 * @param path with its query, as it was called
 * @param key the client's {@code Idempotency-Key}
 */
public record ReceiptKey(String client, String method, String path, String key) {}
