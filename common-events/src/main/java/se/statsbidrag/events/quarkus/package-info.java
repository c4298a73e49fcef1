/**
 * The machinery wired once for all services, and the only package here that knows the framework.
 *
 * <h2>How to write a service on it</h2>
 *
 * <p>{@code application.properties} of a service says {@code statsbidrag.log.name=<its own log>} and
 * {@code statsbidrag.log.followed=<other logs, joined by commas>}; all else has defaults, listed in
 * {@code META-INF/microprofile-config.properties} of this module. Migrations of its own lie in {@code db/migration},
 * numbered from V100; those shared lie in {@code db/common}.
 *
 * <p><b>A command</b> takes its body as {@code byte[]} and does nothing outside {@link
 * se.statsbidrag.events.quarkus.Commands#execute}:
 *
 * <pre>{@code
 * @PUT @Consumes(APPLICATION_JSON)
 * public Response submit(@PathParam("recipient") String recipient, byte[] body) {
 *     return commands.execute(body, command -> {
 *         SubmitRequest request = StrictJson.read(body, SubmitRequest.class);      // 400 or 422 by itself
 *         List<RecordedEvent> before = log.readStream(stream);                     // load
 *         command.requireMatch(before.size());                                     // If-Match, 412
 *         List<GrantEvent> events = decide(fold(before), request, command.receivedAt());
 *         Appended appended = log.append(
 *                 List.of(new StreamAppend(stream, before.size(), events)), command.origin());
 *         return new Answer(200, view, before.size() + events.size());             // version becomes the ETag
 *     });
 * }
 * }</pre>
 *
 * <p>The work may be run again when another writer was first. It runs in one transaction with its idempotency receipt;
 * whatever it throws undoes everything. Refuse with {@code throw Problems.invalid(…)} and its sisters, all faults at once.
 *
 * <p><b>A read model</b> is a bean that implements {@link se.statsbidrag.events.inbox.Projection}; it is told of the
 * events of its logs, own or followed, in the transaction that moves the watermark. It writes through the data source or
 * the entity manager, nothing else. It is told nothing before all of a log's earlier events.
 *
 * <p><b>Messages</b> reach it by one class per service in its package {@code messaging}:
 *
 * <pre>{@code
 * @Incoming("operations") @Blocking
 * void operations(ConsumerRecords<String, String> batch) { inbox.receive("operations", batch); }   // LogInbox inbox
 * }</pre>
 *
 * <p><b>To inject</b>: {@link se.statsbidrag.events.log.EventLog} (own log),
 * {@link se.statsbidrag.events.codec.EventCodec}, {@link se.statsbidrag.events.log.Transactions},
 * {@link se.statsbidrag.events.quarkus.Commands}, {@link se.statsbidrag.events.quarkus.Positions} ({@code after} and
 * {@code wait} of lists), {@link se.statsbidrag.events.quarkus.Logs} (any log as this service can read it),
 * {@link se.statsbidrag.events.quarkus.Programmes} (definitions and deadlines in force),
 * {@link se.statsbidrag.events.quarkus.AsOf} ({@code asOf} of plans and reports),
 * {@link se.statsbidrag.events.quarkus.BusinessClock}. Never take the time from anywhere else.
 */
@NullMarked
package se.statsbidrag.events.quarkus;

import org.jspecify.annotations.NullMarked;
