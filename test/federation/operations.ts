/** An operation that a client asks our own graph. */
export interface AskedOperation {
  query: string;
  variables?: Record<string, unknown>;
}

const CHANGES = `
  query ($since: String, $first: Int!, $types: [ChangeType!]) {
    changes(since: $since, first: $first, types: $types) {
      nodes {
        type
        id
        operation
        node {
          __typename
          ... on School {
            name
            roll
          }
          ... on Review {
            mode
            startDate
          }
          ... on Enrolment {
            status
          }
          ... on Outcome {
            value
          }
          ... on Membership {
            left
          }
        }
      }
      endCursor
      hasMore
      missingSources
    }
  }
`;

/**
 * What the tests of journeys and of access ask, with the same arguments wherever those are drawn there: of every list,
 * entity and type of event at least one operation, and of what is refused some.
 */
export const OPERATIONS: readonly AskedOperation[] = [
  {
    query: `
      {
        schools(filter: {urns: ["900016"]}, first: 100) {
          totalCount
          nodes {
            urn
            name
            laestab
            ukprn
            phase
            fsmShare
            address {
              postcode
            }
            localAuthority {
              code
            }
            trust {
              uid
            }
            hub {
              id
            }
            member
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "900016") {
          name
          laestab
          ukprn
          address {
            postcode
          }
        }
      }
    `,
  },
  {
    query: `
      {
        schools(filter: {fsmShare: {min: 30, max: 32}}, first: 20) {
          totalCount
          nodes {
            urn
            fsmShare
            hub {
              id
              name
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        schools(filter: {member: true, memberAsOf: "2013-01-01"}, first: 5) {
          totalCount
          nodes {
            urn
            member
          }
        }
      }
    `,
  },
  {
    query: `
      {
        network(asOf: "2013-01-01") {
          schools
        }
      }
    `,
  },
  {
    query: `
      {
        network {
          schools
          trusts
          hubs
          pupils
          byPhase {
            schools
            pupils
          }
          byRegion {
            schools
            pupils
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "999999") {
          name
        }
        trust(uid: "nope") {
          name
        }
        hub(id: "HUB-99") {
          name
        }
        review(id: "x") {
          id
        }
        programme(code: "x") {
          name
        }
        measure(code: "x") {
          name
        }
        localAuthority(code: "000") {
          name
        }
      }
    `,
  },
  {
    query: `
      query ($y: AcademicYear!) {
        reviews(filter: {academicYear: [$y]}, first: 10) {
          totalCount
          nodes {
            academicYear
          }
        }
      }
    `,
    variables: { y: '2018/19' },
  },
  {
    query: `
      {
        school(urn: "900016") {
          outcomes(measures: ["P8MEA"], first: 20) {
            nodes {
              academicYear
              value
              noValue
              marker
              confidenceInterval {
                lower
                upper
              }
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        programme(code: "GTT") {
          name
          cohorts(first: 3) {
            nodes {
              name
              sessions {
                title
              }
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "900020") {
          name
          phase
        }
      }
    `,
  },
  {
    query: `
      query ($urn: URN!) {
        school(urn: $urn) {
          collaborationHistory(first: 30) {
            totalCount
            missingSources
            nodes {
              id
              date
              kind
              urn
              academicYear
            }
          }
        }
      }
    `,
    variables: { urn: '900016' },
  },
  {
    query: `
      {
        school(urn: "900016") {
          name
          trust {
            name
          }
          hub {
            name
          }
          collaborationHistory(first: 30) {
            totalCount
            missingSources
            nodes {
              __typename
              date
              urn
              ... on ReviewHostedEvent {
                review {
                  headings {
                    estimate
                    findings {
                      kind
                      text
                    }
                  }
                  team {
                    role
                    school {
                      name
                    }
                  }
                }
              }
              ... on ReviewVisitEvent {
                reviewVisit {
                  review {
                    hostSchool {
                      name
                    }
                  }
                }
              }
              ... on AccreditationEvent {
                areaOfExcellence {
                  title
                  validUntil
                }
              }
              ... on EnrolmentEvent {
                enrolment {
                  programme {
                    name
                  }
                  cohort {
                    sessions {
                      date
                    }
                  }
                }
              }
              ... on VisitEvent {
                role
                visit {
                  hostSchool {
                    name
                  }
                  visitingSchool {
                    name
                  }
                }
              }
              ... on PracticeSharedEvent {
                practice {
                  title
                }
              }
              ... on MembershipEvent {
                membership {
                  kind
                  hub {
                    name
                  }
                }
              }
            }
          }
          reviews(first: 3) {
            totalCount
            nodes {
              id
              framework {
                name
              }
            }
          }
          enrolments {
            nodes {
              status
            }
          }
          outcomes(first: 5, to: "2023/24") {
            nodes {
              academicYear
              value
              measure {
                name
              }
              source {
                fictional
              }
            }
          }
          disadvantageGap(measure: "PTL2BASICS_95") {
            academicYear
            gap
          }
          collaborators(first: 5) {
            nodes {
              times
              ways {
                way
                times
              }
              school {
                name
              }
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "900016") {
          collaborationHistory(
            first: 100
            kinds: [REVIEW_VISIT, VISIT]
            from: "2025-01-01"
            to: "2026-03-01"
          ) {
            nodes {
              id
              kind
              date
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        schools(filter: {member: true}, first: 10) {
          nodes {
            urn
            lineage
            opened
            predecessors {
              urn
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "900374") {
          collaborationHistory(first: 20, includePredecessors: false) {
            nodes {
              id
              urn
              date
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        reviews(filter: {kind: [TRUST_PEER_REVIEW]}, first: 1) {
          nodes {
            id
            hostTrust {
              uid
              name
              historyOf: collaborationHistory(first: 20) {
                totalCount
                nodes {
                  kind
                  urn
                  ... on ReviewHostedEvent {
                    review {
                      id
                      kind
                    }
                  }
                }
              }
              reviews(trustOnly: true) {
                nodes {
                  id
                  kind
                }
              }
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "900016") {
          urn
          lineage
          collaborators(first: 10) {
            totalCount
            nodes {
              urn
              times
              ways {
                way
                times
              }
              firstDate
              lastDate
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        reviews(filter: {academicYear: ["2018/19"], phase: [SECONDARY]}, first: 5) {
          totalCount
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          nodes {
            id
          }
        }
      }
    `,
  },
  {
    query: `
      {
        schools(filter: {phase: [ALL_THROUGH]}, last: 4) {
          totalCount
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          nodes {
            id: urn
          }
        }
      }
    `,
  },
  {
    query: `
      {
        school(urn: "900016") {
          collaborationHistory(last: 7) {
            totalCount
            pageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            nodes {
              id
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        reviews(first: 101) {
          nodes {
            id
          }
        }
      }
    `,
  },
  {
    query: `
      {
        reviews(first: 5, last: 5) {
          nodes {
            id
          }
        }
        school(urn: "900016") {
          name
        }
      }
    `,
  },
  {
    query: `
      {
        reviews(first: 5, after: "nonsense") {
          nodes {
            id
          }
        }
      }
    `,
  },
  {
    query: `
      {
        reviews(first: 0) {
          totalCount
          nodes {
            id
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `,
  },
  {
    query: CHANGES,
    variables: { first: 20 },
  },
  {
    query: CHANGES,
    variables: { first: 10, types: ['ENROLMENT', 'OUTCOME', 'MEMBERSHIP', 'REVIEW'] },
  },
  {
    query: `
      query ($since: String, $types: [ChangeType!]) {
        changes(since: $since, first: 500, types: $types) {
          endCursor
          hasMore
        }
      }
    `,
    variables: { types: ['SCHOOL'] },
  },
  {
    query: `
      {
        changes(since: "nonsense") {
          hasMore
        }
      }
    `,
  },
  {
    query: `
      query ($since: DateTime!) {
        schools(filter: {updatedSince: $since}, first: 3) {
          nodes {
            urn
            roll
            updatedAt
          }
        }
        reviews(filter: {updatedSince: $since}, first: 3) {
          totalCount
          nodes {
            urn
            updatedAt
          }
        }
        trusts(updatedSince: $since) {
          totalCount
        }
        school(urn: "900374") {
          reviews(filter: {updatedSince: $since}) {
            totalCount
          }
          enrolments(updatedSince: $since) {
            nodes {
              staff
              updatedAt
            }
          }
          outcomes(updatedSince: $since) {
            nodes {
              pupils
              updatedAt
            }
          }
        }
      }
    `,
    variables: { since: '2020-01-01T00:00:00Z' },
  },
  {
    query: `
      query ($urns: [URN!]) {
        schools(filter: {urns: $urns}, first: 10) {
          nodes {
            urn
            reviews(first: 5) {
              nodes {
                id
                urn
                reportShared
                headings {
                  estimate
                  findings {
                    text
                  }
                }
                team {
                  name
                  school {
                    name
                  }
                }
              }
            }
          }
        }
      }
    `,
    variables: { urns: ['900016', '900374', '900020'] },
  },
  {
    query: `
      query ($id: ID!) {
        review(id: $id) {
          id
          headings {
            code
          }
        }
      }
    `,
    variables: { id: 'QAR-2025-0245' },
  },
  {
    query: `
      query ($urn: URN!) {
        school(urn: $urn) {
          collaborationHistory(first: 100, kinds: [REVIEW_HOSTED]) {
            nodes {
              ... on ReviewHostedEvent {
                review {
                  id
                  headings {
                    code
                  }
                }
              }
            }
          }
        }
      }
    `,
    variables: { urn: '900374' },
  },
  {
    query: `
      query ($urns: [URN!]) {
        schools(filter: {urns: $urns}) {
          nodes {
            reviewVisits(first: 10) {
              nodes {
                name
                review {
                  urn
                }
              }
            }
          }
        }
      }
    `,
    variables: { urns: ['900016', '900374'] },
  },
  {
    query: `
      query ($urns: [URN!]) {
        schools(filter: {urns: $urns}, first: 10) {
          nodes {
            areasOfExcellence(first: 5) {
              totalCount
              nodes {
                id
                status
              }
            }
          }
        }
      }
    `,
    variables: { urns: ['900016', '900374', '900020'] },
  },
  {
    query: `
      {
        areasOfExcellence(first: 10) {
          nodes {
            status
            title
            school {
              urn
              name
            }
          }
        }
      }
    `,
  },
  {
    query: `
      query ($urns: [URN!]) {
        schools(filter: {urns: $urns}, first: 10) {
          nodes {
            urn
            outcomes(first: 10, from: "2024/25", measures: ["PTRWM_EXP"]) {
              totalCount
              nodes {
                id
                academicYear
                status
              }
            }
            disadvantageGap(measure: "PTRWM_EXP") {
              academicYear
            }
          }
        }
      }
    `,
    variables: { urns: ['900374', '900020'] },
  },
  {
    query: `
      {
        network {
          outcomes(
            measures: ["PTSCITA_EXP"]
            pupilGroups: [ALL]
            from: "2024/25"
            to: "2024/25"
          ) {
            schools
            pupils
            value
          }
        }
      }
    `,
  },
  {
    query: `
      {
        network {
          outcomes(
            measures: ["PTRWM_EXP"]
            pupilGroups: [ALL, DISADVANTAGED, OTHERS]
            from: "2024/25"
            to: "2024/25"
          ) {
            pupilGroup
            schools
            pupils
            value
          }
        }
      }
    `,
  },
  {
    query: `
      query ($urn: URN!) {
        school(urn: $urn) {
          disadvantageGap(measure: "PTRWM_EXP") {
            academicYear
            disadvantaged
            gap
            gapToNationalOthers
          }
        }
      }
    `,
    variables: { urn: '900374' },
  },
  {
    query: `
      {
        trusts(first: 3) {
          nodes {
            uid
            name
            schools(first: 5, filter: {phase: [PRIMARY], member: true}) {
              nodes {
                urn
                trust {
                  name
                }
              }
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        hubs(first: 2) {
          nodes {
            id
            name
            seniorPartner {
              name
              hub {
                id
              }
            }
          }
        }
        frameworks {
          code
          name
        }
      }
    `,
  },
  {
    query: `
      {
        programmes(first: 3) {
          totalCount
          nodes {
            code
            name
            cohorts(first: 2) {
              nodes {
                id
                name
                sessions {
                  date
                  title
                  host {
                    name
                  }
                }
              }
            }
          }
        }
      }
    `,
  },
  {
    query: `
      {
        measures(first: 3) {
          nodes {
            code
            name
            keyStage
          }
        }
        localAuthority(code: "850") {
          code
          name
        }
      }
    `,
  },
  {
    query: `
      {
        trust(uid: "90001") {
          name
          reviews(first: 2) {
            totalCount
            nodes {
              id
            }
          }
          collaborationHistory(first: 3) {
            nodes {
              __typename
              date
            }
          }
        }
      }
    `,
  },
];
