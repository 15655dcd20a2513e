import type { AutonomousSystem, Location, NetworkEndpoint } from '@sluice/ocsf/1.3.0';
import { codeOfCountry } from './countries.ts';
import type { Fields } from './fields.ts';
import { present } from './left-out.ts';

/** An endpoint of what is known of it; undefined where nothing of it tells who it is. */
export function endpoint(known: NetworkEndpoint): NetworkEndpoint | undefined {
  const isSomebody = (known.ip ?? known.hostname ?? known.instance_uid) !== undefined;
  return isSomebody ? present(known) : undefined;
}

/** The other side of an action of GuardDuty, with where it is and whose network it belongs to. */
export function remoteEndpoint(
  action: Fields,
  hostname: string | undefined,
  port?: Fields,
): NetworkEndpoint | undefined {
  const details = action.object('RemoteIpDetails');
  const ip = details.ip('IpAddressV4') ?? details.ip('IpAddressV6');
  if (ip === undefined) return endpoint({ hostname });
  return endpoint({
    ip,
    hostname,
    port: port?.integer('Port', 0, 65_535),
    location: locationOf(details),
    autonomous_system: systemOf(details.object('Organization')),
  });
}

/** The code of a country; GuardDuty's `ProductFields` have its English name. */
function countryOf(details: Fields): string | undefined {
  const country = details.object('Country');
  const code = country.text('CountryCode');
  if (code !== undefined) return code;
  const name = country.peek('CountryName');
  return typeof name === 'string' ? codeOfCountry(name) : undefined;
}

function locationOf(details: Fields): Location | undefined {
  const place = present({ city: details.object('City').text('CityName'), country: countryOf(details) });
  if (place === undefined) return undefined;
  const geo = details.object('GeoLocation');
  return {
    ...place,
    ...present({ lat: geo.number('Lat'), long: geo.number('Lon'), isp: details.object('Organization').text('Isp') }),
  };
}

function systemOf(organization: Fields): AutonomousSystem | undefined {
  return present({ number: organization.integer('Asn', 0, 2_147_483_647), name: organization.text('AsnOrg') });
}
