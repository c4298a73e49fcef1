package se.statsbidrag.events.codec;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActRefused;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.ActivityCostsBooked;
import se.statsbidrag.events.ActivityMoneyMoved;
import se.statsbidrag.events.ActivityPlanSet;
import se.statsbidrag.events.ActivityPoliciesSet;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.BankEntrySettled;
import se.statsbidrag.events.ClaimAnswered;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimNotified;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.DeliveryAdmissionDeclined;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpDraftSaved;
import se.statsbidrag.events.FollowUpReturned;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.PersonErased;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.log.EncodedEvent;
import se.statsbidrag.events.log.EventEncoder;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Events as JSON text and back, for ever: each kind has a stable name and a schema number, old schemas are brought up to
 * the current one, and what is not known or does not fit stops the reader.
 *
 * <p>To add an event: a record of {@link GrantEvent}, a line in {@link #TYPES}, an approved sample among the tests. To
 * change one: an {@link Upcaster} on its line and a sample of the new schema; the old sample stays.
 */
public final class EventCodec implements EventEncoder {
    /** Every kind of event there is, under the name that logs know it by. */
    public static final List<EventType> TYPES = List.of(
            new EventType("act-approved", ActApproved.class),
            new EventType("act-proposed", ActProposed.class),
            new EventType("act-refused", ActRefused.class),
            new EventType("act-returned", ActReturned.class),
            new EventType("activity-costs-booked", ActivityCostsBooked.class),
            new EventType("activity-money-moved", ActivityMoneyMoved.class),
            new EventType("activity-plan-set", ActivityPlanSet.class),
            new EventType("activity-policies-set", ActivityPoliciesSet.class),
            new EventType("appropriation-received", AppropriationReceived.class),
            new EventType("appropriation-repaid", AppropriationRepaid.class),
            new EventType("appropriation-requisitioned", AppropriationRequisitioned.class),
            new EventType("bank-entry-set-aside", BankEntrySetAside.class),
            new EventType("bank-entry-settled", BankEntrySettled.class),
            new EventType("claim-answered", ClaimAnswered.class),
            new EventType("claim-decided", ClaimDecided.class),
            new EventType("claim-invoiced", ClaimInvoiced.class, List.of(EventCodec::withoutReason)),
            new EventType("claim-notified", ClaimNotified.class, List.of(EventCodec::withoutReason)),
            new EventType("claim-proposed", ClaimProposed.class),
            new EventType("claim-repaid", ClaimRepaid.class, List.of(EventCodec::withoutReason)),
            new EventType("claim-withdrawn", ClaimWithdrawn.class),
            new EventType("condition-recorded", ConditionRecorded.class),
            new EventType("deadline-extended", DeadlineExtended.class),
            new EventType("deadline-passed", DeadlinePassed.class),
            new EventType("delegate-invited", DelegateInvited.class),
            new EventType("delegate-removed", DelegateRemoved.class),
            new EventType("delivery-admission-declined", DeliveryAdmissionDeclined.class),
            new EventType("delivery-admitted", DeliveryAdmitted.class),
            new EventType("follow-up-accepted", FollowUpAccepted.class),
            new EventType("follow-up-draft-saved", FollowUpDraftSaved.class),
            new EventType("follow-up-returned", FollowUpReturned.class),
            new EventType("follow-up-submitted", FollowUpSubmitted.class),
            new EventType("operations-reported", OperationsReported.class),
            new EventType("own-cost-booked", OwnCostBooked.class),
            new EventType("payment-batch-approved", PaymentBatchApproved.class),
            new EventType("payment-batch-prepared", PaymentBatchPrepared.class),
            new EventType("payment-batch-returned", PaymentBatchReturned.class),
            new EventType("payment-details-set", PaymentDetailsSet.class),
            new EventType("payment-held", PaymentHeld.class),
            new EventType("payment-hold-released", PaymentHoldReleased.class),
            new EventType("payment-status-reported", PaymentStatusReported.class),
            new EventType("payments-booked", PaymentsBooked.class),
            new EventType("payouts-decided", PayoutsDecided.class),
            new EventType("person-erased", PersonErased.class),
            new EventType("programme-version-activated", ProgrammeVersionActivated.class),
            new EventType("programme-version-proposed", ProgrammeVersionProposed.class),
            new EventType("reference-table-imported", ReferenceTableImported.class),
            new EventType("reporter-scope-set", ReporterScopeSet.class),
            new EventType("representative-applied", RepresentativeApplied.class),
            new EventType("representative-approved", RepresentativeApproved.class),
            new EventType("representative-withdrawn", RepresentativeWithdrawn.class),
            new EventType("requisition-admission-declined", RequisitionAdmissionDeclined.class),
            new EventType("requisition-admitted", RequisitionAdmitted.class),
            new EventType("requisition-approved", RequisitionApproved.class),
            new EventType(
                    "requisition-changed",
                    RequisitionChanged.class,
                    List.of(EventCodec::withoutMandate, EventCodec::withoutPlan)),
            new EventType("requisition-dismissed", RequisitionDismissed.class),
            new EventType("requisition-draft-saved", RequisitionDraftSaved.class),
            new EventType("requisition-held", RequisitionHeld.class, List.of(EventCodec::withoutPlan)),
            new EventType("requisition-rejected", RequisitionRejected.class),
            new EventType("requisition-released", RequisitionReleased.class),
            new EventType("requisition-returned", RequisitionReturned.class),
            new EventType(
                    "requisition-submitted",
                    RequisitionSubmitted.class,
                    List.of(EventCodec::withoutMandate, EventCodec::withoutPlan)),
            new EventType("requisition-withdrawn", RequisitionWithdrawn.class, List.of(EventCodec::withoutMandate)),
            new EventType("survey-answered", SurveyAnswered.class),
            new EventType("tie-resolved", TieResolved.class));

    private final ObjectMapper json = mapper();
    private final Map<String, EventType> byName = new HashMap<>();
    private final Map<Class<? extends GrantEvent>, EventType> byRecord = new HashMap<>();

    public EventCodec() {
        this(TYPES);
    }

    /** @throws IllegalArgumentException when a name or a record stands there twice */
    public EventCodec(List<EventType> types) {
        for (EventType type : types) {
            if (byName.put(type.name(), type) != null || byRecord.put(type.record(), type) != null) {
                throw new IllegalArgumentException("event type '" + type.name() + "' is there twice");
            }
        }
    }

    @Override
    public EncodedEvent encode(GrantEvent event) {
        EventType type = byRecord.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " has no name among the event types");
        }
        try {
            String payload = json.writeValueAsString(event);
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(payload)) {
                throw new IllegalArgumentException("event '" + type.name() + "' holds half a character");
            }
            if (NullCharacter.standsIn(payload)) {
                throw new IllegalArgumentException("event '" + type.name() + "' holds the character U+0000");
            }
            return new EncodedEvent(type.name(), type.schema(), payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event '" + type.name() + "' cannot be written", e);
        }
    }

    /**
     * What a recorded event says.
     *
     * @throws UnknownEvent when its type or schema is not known here
     * @throws UnreadableEvent when its payload does not fit them
     */
    public DecodedEvent decode(RecordedEvent recorded) {
        return new DecodedEvent(recorded, decode(recorded.type(), recorded.schema(), recorded.payload()));
    }

    /** As {@link #decode(RecordedEvent)}, for an event that is not, or not yet, in a log. */
    public GrantEvent decode(String name, int schema, String payload) {
        EventType type = byName.get(name);
        if (type == null || schema < 1 || schema > type.schema()) {
            throw new UnknownEvent(name, schema);
        }
        try {
            if (!payload.startsWith("{")) {
                throw new IllegalArgumentException("an event is a JSON object");
            }
            if (schema == type.schema()) {
                return json.readValue(payload, type.record());
            }
            ObjectNode tree = json.readValue(payload, ObjectNode.class);
            for (Upcaster upcaster :
                    type.upcasters().subList(schema - 1, type.upcasters().size())) {
                tree = upcaster.upcast(tree);
            }
            return json.treeToValue(tree, type.record());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnreadableEvent(name, schema, e);
        }
    }

    /** Before there were representatives, an act rested on no mandate. */
    private static ObjectNode withoutMandate(ObjectNode older) {
        return older.putNull("mandate");
    }

    /** Before grants that ask who carries out what, no requisition held a plan. */
    private static ObjectNode withoutPlan(ObjectNode older) {
        if (older.path("content") instanceof ObjectNode content) {
            content.putNull("plan");
        }
        return older;
    }

    /** At first no reason was asked for. */
    private static ObjectNode withoutReason(ObjectNode older) {
        return older.put("reason", "");
    }

    /** Components in the order of the record, all of them present, nothing else, nothing coerced. */
    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModules(new JavaTimeModule(), new ValueModule(), new CompactCells())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .build();
        // A boxed number is how a record says that there may be none; acts of before representatives rest on no
        // mandate, and most programmes ask for no plan.
        mapper.configOverride(Long.class).setSetterInfo(JsonSetter.Value.construct(Nulls.SET, Nulls.FAIL));
        mapper.configOverride(MandateReference.class).setSetterInfo(JsonSetter.Value.construct(Nulls.SET, Nulls.FAIL));
        mapper.configOverride(JointPlan.class).setSetterInfo(JsonSetter.Value.construct(Nulls.SET, Nulls.FAIL));
        mapper.addMixIn(PaymentHeld.class, HeldUntilReleased.class);
        return mapper;
    }

    /** A hold may have no last day. */
    private interface HeldUntilReleased {
        @JsonSetter(nulls = Nulls.SET)
        @Nullable LocalDate until();
    }
}
