/** The last part of every diagram by itself: hand over to the post, wait for the parcel, take a failed one back. */
export const POST_DIAGRAM = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:mc="urn:mot-cua:bpmn" id="post-definitions" targetNamespace="urn:mot-cua:diagrams">
  <message id="parcel-delivered" name="Bưu gửi đã phát" mc:act="record-parcel-event" mc:duty="post-counter-clerk"/>
  <message id="parcel-failed" name="Bưu gửi không phát được" mc:act="record-parcel-event" mc:duty="post-counter-clerk"/>
  <process id="post" isExecutable="true">
    <startEvent id="start"/>
    <exclusiveGateway id="merge"/>
    <exclusiveGateway id="way" default="way-to-counter"/>
    <userTask id="counter" name="Trả tại quầy" mc:duty="clerk" mc:agency="centre" mc:act="return-at-counter" mc:status="9"/>
    <userTask id="handToPost" name="Bàn giao cho bưu điện" mc:duty="clerk" mc:agency="centre" mc:act="hand-to-post" mc:status="9"/>
    <eventBasedGateway id="awaitParcel" mc:status="9"/>
    <intermediateCatchEvent id="parcelDelivered"><messageEventDefinition messageRef="parcel-delivered"/></intermediateCatchEvent>
    <intermediateCatchEvent id="parcelFailed"><messageEventDefinition messageRef="parcel-failed"/></intermediateCatchEvent>
    <userTask id="settle" name="Nhận bưu gửi hoàn" mc:duty="clerk" mc:agency="centre" mc:act="settle-failed-parcel" mc:status="9"/>
    <endEvent id="returned" mc:status="10"/>
    <sequenceFlow id="a" sourceRef="start" targetRef="merge"/>
    <sequenceFlow id="b" sourceRef="merge" targetRef="way"/>
    <sequenceFlow id="way-to-counter" sourceRef="way" targetRef="counter"/>
    <sequenceFlow id="way-to-post" sourceRef="way" targetRef="handToPost">
      <conditionExpression xsi:type="tFormalExpression">=facts.returnWay = "post"</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="c" sourceRef="counter" targetRef="returned"/>
    <sequenceFlow id="d" sourceRef="handToPost" targetRef="awaitParcel"/>
    <sequenceFlow id="e" sourceRef="awaitParcel" targetRef="parcelDelivered"/>
    <sequenceFlow id="f" sourceRef="awaitParcel" targetRef="parcelFailed"/>
    <sequenceFlow id="g" sourceRef="parcelDelivered" targetRef="returned"/>
    <sequenceFlow id="h" sourceRef="parcelFailed" targetRef="settle"/>
    <sequenceFlow id="i" sourceRef="settle" targetRef="merge"/>
  </process>
</definitions>`;
