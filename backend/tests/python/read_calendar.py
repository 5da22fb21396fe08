"""Reads a calendar from the standard input as other programs do, and prints what it says as JSON. With the argument
`mail` it reads a mail, and in it the part that is a calendar.

Moments are in UTC, by the time zones that the calendar itself carries along: the database of time zones of this machine
is not asked, because calendar programs may not have one.
"""

import email
import email.policy
import json
import sys
from datetime import timezone

from icalendar import Calendar


def moment(component, name, zones):
    """A property's moment in UTC, and the name of the zone in which it is written."""
    value = component[name]
    if "TZID" not in value.params:
        if value.dt.tzinfo is not timezone.utc and value.dt.utcoffset().total_seconds() != 0:
            raise ValueError(f"{name} is neither in UTC nor in a zone")
        return value.dt.astimezone(timezone.utc).isoformat(), None
    zone = value.params["TZID"]
    local = value.dt.replace(tzinfo=zones[zone])
    return local.astimezone(timezone.utc).isoformat(), zone


def text(component, name):
    """A property as text, or None."""
    return str(component[name]) if name in component else None


def event(component, zones):
    """What an event says."""
    starts, zone = moment(component, "DTSTART", zones)
    ends, _ = moment(component, "DTEND", zones)
    return {
        "uid": text(component, "UID"),
        "sequence": int(component["SEQUENCE"]),
        "status": text(component, "STATUS"),
        "transp": text(component, "TRANSP"),
        "starts": starts,
        "ends": ends,
        "zone": zone,
        "stamp": moment(component, "DTSTAMP", zones)[0],
        "modified": moment(component, "LAST-MODIFIED", zones)[0],
        "summary": text(component, "SUMMARY"),
        "description": text(component, "DESCRIPTION"),
        "location": text(component, "LOCATION"),
        "url": text(component, "URL"),
        "properties": sorted(set(component.keys())),
        "errors": [str(error) for error in component.errors],
    }


def part_of_mail(message):
    """The calendar that goes with a mail; its media type says what the calendar itself says."""
    mail = email.message_from_bytes(message, policy=email.policy.default)
    [part] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    text = part.get_payload(decode=True)
    if f"METHOD:{part['Content-Type'].params['method']}".encode() not in text:
        raise ValueError("the media type names another method")
    return text


def main():
    """Prints what the calendar says."""
    given = sys.stdin.buffer.read()
    if sys.argv[1:] == ["mail"]:
        given = part_of_mail(given)
    read = Calendar.from_ical(given, multiple=True)
    if len(read) != 1:
        raise ValueError(f"{len(read)} calendars")
    calendar = read[0]
    zones = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}
    said = {
        "method": text(calendar, "METHOD"),
        "name": text(calendar, "X-WR-CALNAME"),
        "zones": sorted(zones),
        "errors": [str(error) for error in calendar.errors],
        "events": [event(component, zones) for component in calendar.walk("VEVENT")],
    }
    json.dump(said, sys.stdout)


main()
